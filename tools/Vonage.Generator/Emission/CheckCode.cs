using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>The C# statements that check a value against its schema's limits before it is sent, by Core's Check.</summary>
internal static class CheckCode
{
    /// <summary>The statements, each without its semicolon.</summary>
    /// <param name="type">The value's type.</param>
    /// <param name="schema">Its schema, references resolved.</param>
    /// <param name="wireName">Its name on the wire, for the error.</param>
    /// <param name="value">Where it is: a property, a parameter, or the field of a collection.</param>
    /// <param name="isRequired">Whether it must be set.</param>
    /// <param name="isNullable">Whether its C# type can be null.</param>
    /// <param name="mayBeEmpty">Whether an empty text is a value.</param>
    public static IEnumerable<string> Of(CSharpType type, JObject schema, string wireName, string value, bool isRequired, bool isNullable, bool mayBeEmpty) =>
        OfExpression(type, schema, Literal.Of(wireName), value, isRequired, isNullable, mayBeEmpty);

    private static IEnumerable<string> OfExpression(CSharpType type, JObject schema, string name, string value, bool isRequired, bool isNullable, bool mayBeEmpty)
    {
        var isUnchecked = schema["x-unchecked"] is not null;
        if (type.IsList)
        {
            var min = isRequired ? (int?)schema["minItems"] ?? 0 : 0;
            var max = (int?)schema["maxItems"];
            if (!isUnchecked && (min > 0 || max is not null))
                yield return $"Check.Count({name}, {value}, {min}, {max?.ToString() ?? "int.MaxValue"})";
            if (type.Item is { Kind: TypeKind.Model or TypeKind.Choice, IsShared: false })
                yield return $"Check.Each({name}, {value})";
            else if (type.Item is { IsList: true } && schema["items"] is JObject items && OfExpression(type.Item, items, "field", "items", isRequired: true, isNullable: false, mayBeEmpty: false).ToList() is { Count: > 0 } checks)
                yield return $"Check.Each({name}, {value}, static (field, items) => {{ {string.Join("; ", checks)}; }})";
            if (!isUnchecked && schema["items"] is JObject item && PhoneFormat.IsNumber(item))
                yield return $"Check.E164Items({name}, {value})";
        }
        if (type is { IsCollection: true, Item: { IsWhole: true } })
            yield return $"Check.WholeItems({name}, {value}, {type.Item.UnitCode})";
        if (type.IsCollection)
            yield break;
        if (isRequired && type.Kind is (TypeKind.Text or TypeKind.Address or TypeKind.Instant or TypeKind.File or TypeKind.Enum or TypeKind.Model or TypeKind.Choice))
            yield return $"Check.Required({name}, {(mayBeEmpty && type.Kind == TypeKind.Text ? "(object?)" : string.Empty)}{value})";
        if (type is { Kind: TypeKind.Model or TypeKind.Choice, IsShared: false })
            yield return $"Check.Object({name}, {value})";
        foreach (var limit in isUnchecked ? [] : LimitsOf(type, schema, name, value, isNullable))
            yield return limit;
        if (type.IsWhole)
            yield return $"Check.Whole({name}, {value}, {type.UnitCode})";
    }

    private static IEnumerable<string> LimitsOf(CSharpType type, JObject schema, string name, string value, bool isNullable)
    {
        if (PhoneFormat.IsNumber(schema))
        {
            yield return $"Check.E164({name}, {value})";
            yield break;
        }
        if (type.Kind is TypeKind.Text or TypeKind.Address && (schema["minLength"] ?? schema["maxLength"]) is not null)
        {
            var text = type.Kind == TypeKind.Address ? value + (isNullable ? "?" : "") + ".OriginalString" : value;
            yield return $"Check.Length({name}, {text}, {(int?)schema["minLength"] ?? 0}, {((int?)schema["maxLength"])?.ToString() ?? "int.MaxValue"})";
        }
        if ((schema["minimum"] ?? schema["maximum"]) is null)
            yield break;
        var low = (decimal?)schema["minimum"] is { } l ? Literal.Decimal(l) : "decimal.MinValue";
        var high = (decimal?)schema["maximum"] is { } h ? Literal.Decimal(h) : "decimal.MaxValue";
        if (type.Kind == TypeKind.Duration)
            yield return $"Check.Duration({name}, {value}, {type.UnitCode}, {low}, {high})";
        else if (type.Kind is TypeKind.Whole or TypeKind.LargeWhole or TypeKind.Number)
            yield return $"Check.Range({name}, {value}, {low}, {high})";
    }
}
