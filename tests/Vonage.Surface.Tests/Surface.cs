using System.Reflection;
using Vonage.Core;

namespace Vonage.Surface.Tests;

/// <summary>The public types of all packages.</summary>
internal static class Surface
{
    public static IReadOnlyList<Type> Types { get; } =
        [.. BuiltPackages.ByProject.Values.SelectMany(package => package.GetExportedTypes()).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>The clients of all APIs, and the two facades.</summary>
    public static IEnumerable<Type> Clients => Types.Where(type => type.IsClass && type.GetInterface("I" + type.Name) is not null && type.Name.EndsWith("Client", StringComparison.Ordinal));

    /// <summary>Their interfaces.</summary>
    public static IEnumerable<Type> Interfaces => Clients.Select(type => type.GetInterface("I" + type.Name)!);

    /// <summary>The methods that call an API, of a client or its interface.</summary>
    public static IEnumerable<MethodInfo> Operations(Type client) =>
        client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.GetParameters().Any(p => p.ParameterType == typeof(RequestOptions)));

    /// <summary>The name as code writes it, without the number of type arguments.</summary>
    public static string NameOf(Type type) => type.Name.Split('`')[0];

    public static string NameOf(MethodBase method) => $"{method.DeclaringType!.FullName}.{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name + " " + p.Name))})";
}
