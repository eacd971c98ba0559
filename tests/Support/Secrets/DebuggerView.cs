using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TestSupport.Secrets;

/// <summary>What a debugger shows of an object of this library that somebody unfolds to the last level.</summary>
internal static class DebuggerView
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(object root)
    {
        var shown = new List<string>();
        Unfold(root, shown, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return shown;
    }

    private static void Unfold(object? value, List<string> shown, HashSet<object> seen)
    {
        if (value is null || (value is not string && !value.GetType().IsValueType && !seen.Add(value)))
            return;
        shown.Add(value.ToString() ?? "");
        if (value is byte[] bytes)
            shown.Add(System.Text.Encoding.Latin1.GetString(bytes));
        else if (value is Delegate call)
            Unfold(call.Target, shown, seen);
        else if (value is IEnumerable items and not string)
            foreach (var item in items)
                Unfold(item, shown, seen);
        if (IsOurs(value.GetType()))
            for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
                UnfoldMembers(value, type, shown, seen);
    }

    private static void UnfoldMembers(object value, Type type, List<string> shown, HashSet<object> seen)
    {
        foreach (var field in type.GetFields(Members).Where(field => IsShown(field) && !field.IsDefined(typeof(CompilerGeneratedAttribute))))
            Unfold(field.GetValue(value), shown, seen);
        foreach (var property in type.GetProperties(Members).Where(property => IsShown(property) && property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike))
            Unfold(property.GetValue(value), shown, seen);
    }

    private static bool IsShown(MemberInfo member) => member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never;

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.Split('.')[0] is "Vonage" or "Flowroute";
}
