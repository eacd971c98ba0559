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
    public static IEnumerable<string> Of(CSharpType type, JObject schema, string wireName, string value, bool isRequired, bool isNullable)
    {
        var name = Literal.Of(wireName);
        var isUnchecked = schema["x-unchecked"] is not null;
        if (type.IsList)
        {
            var min = isRequired ? (int?)schema["minItems"] ?? 0 : 0;
            var max = (int?)schema["maxItems"];
            if (!isUnchecked && (min > 0 || max is not null))
                yield return $"Check.Count({name}, {value}, {min}, {max?.ToString() ?? "int.MaxValue"})";
            if (type.Item is { Kind: TypeKind.Model or TypeKind.Choice, IsShared: false })
                yield return $"Check.Each({name}, {value})";
            yield break;
        }
        if (type.Kind == TypeKind.Map)
            yield break;
        if (isRequired && type.Kind is (TypeKind.Text or TypeKind.Address or TypeKind.Instant or TypeKind.File or TypeKind.Enum or TypeKind.Model or TypeKind.Choice))
            yield return $"Check.Required({name}, {value})";
        if (type is { Kind: TypeKind.Model or TypeKind.Choice, IsShared: false })
            yield return $"Check.Object({name}, {value})";
        if (isUnchecked)
            yield break;
        if ((string?)schema["x-format"] == PhoneFormat.Number)
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
