using System.Reflection;
using JsonSubTypes;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage.Contract.Tests;

/// <summary>Objects with all their fields set.</summary>
internal static class ModelSample
{
    private const int MaxDepth = 4;

    public static object Of(Type type, int depth = 0)
    {
        // The base of a union has a kind that it does not know.
        var isKind = type.Name.StartsWith("Unknown", StringComparison.Ordinal) || type.GetCustomAttributes<JsonSubtypes.KnownSubTypeAttribute>(inherit: false).Any();
        var kind = isKind ? type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [typeof(string)]) : null;
        var model = kind?.Invoke(["word"]) ?? Activator.CreateInstance(type, nonPublic: true)!;
        Fill(model, depth);
        return model;
    }

    private static void Fill(object model, int depth)
    {
        // A field that narrows its union's hides it.
        foreach (var property in model.GetType().GetProperties().GroupBy(property => property.Name).Select(alike => alike.First(property => alike.All(other => other.DeclaringType!.IsAssignableFrom(property.DeclaringType)))))
        {
            if (property.Name == nameof(HalLink.AdditionalProperties))
                ((IDictionary<string, JToken>)property.GetValue(model)!)["x-more"] = new JObject { ["a"] = 1.50m };
            else if (property.SetMethod is { IsPublic: true } && ValueOf(property.PropertyType, depth) is { } value)
                property.SetValue(model, value);
            else if (property.SetMethod is null && property.GetValue(model) is { } inner && AllModels.Has(inner.GetType()))
                Fill(inner, depth + 1);
        }
    }

    private static object? ValueOf(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "téxt \"1\"";
        if (type == typeof(int))
            return 3;
        if (type == typeof(long))
            return 5_000_000_000;
        if (type == typeof(decimal))
            return 0.50m;
        if (type == typeof(bool))
            return true;
        if (type == typeof(Uri))
            return new Uri("https://example.com/a%20b?c=d");
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
        if (type == typeof(TimeSpan))
            return TimeSpan.FromMinutes(2);
        if (typeof(JToken).IsAssignableFrom(type))
            return new JObject { ["b"] = new JArray(1, "2") };
        if (typeof(IExtensibleEnum).IsAssignableFrom(type))
            return Activator.CreateInstance(type, "word");
        if (depth > MaxDepth)
            return null;
        if (AllModels.Has(type))
            return Of(type.GetCustomAttributes<JsonSubtypes.KnownSubTypeAttribute>(inherit: false).FirstOrDefault()?.SubType ?? type, depth + 1);
        return type.IsGenericType || type.BaseType is { IsGenericType: true } ? Collection(type, depth) : null;
    }

    private static object? Collection(Type type, int depth)
    {
        var arguments = (type.IsGenericType ? type : type.BaseType!).GetGenericArguments();
        if (ValueOf(arguments[^1], depth) is not { } item)
            return null;
        if (arguments.Length == 2)
        {
            var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            map["key"] = item;
            return map;
        }

        var list = (System.Collections.IList)Activator.CreateInstance(type.IsInterface ? typeof(List<>).MakeGenericType(arguments) : type)!;
        list.Add(item);
        return list;
    }
}
