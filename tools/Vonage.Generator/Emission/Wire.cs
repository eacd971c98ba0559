using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>What a schema means on the wire: the C# that writes a value as text, converts it in JSON and checks its limits.</summary>
internal sealed class Wire
{
    private readonly Spec _spec;
    private readonly JObject _schema;
    private readonly string? _reference;

    public Wire(Spec spec, JObject schema)
    {
        _spec = spec;
        _reference = Spec.ReferenceOf(schema);
        _schema = spec.Resolve(schema);
    }

    public JObject Schema => _schema;

    public bool IsArray => Type == "array";

    public bool IsNamedArray => IsArray && _reference is not null;

    public bool IsDictionary => Type == "object" && _schema["properties"] is null && _schema["additionalProperties"] is not (null or JValue { Value: false }) && _schema["x-union"] is null;

    public bool IsClass => _schema["properties"] is JObject || _schema["x-union"] is not null || (_reference is not null && Type == "object" && !IsDictionary);

    public bool IsEnum => _schema["enum"] is not null;

    public bool IsBinary => Format == "binary";

    public Wire Items => new(_spec, (JObject)_schema["items"]!);

    /// <summary>The values of a dictionary; null where they may be anything.</summary>
    public Wire? Values => _schema["additionalProperties"] is JObject values ? new(_spec, values) : null;

    public bool IsText => Type == "string" && Format is null && !IsEnum;

    public bool IsUri => Format == "uri";

    private string? Type => (string?)_schema["type"];

    private string? Format => (string?)_schema["format"];

    public string? DateFormat => (string?)_schema["x-date-format"];

    public bool IsDecimalText => _schema["x-decimal"] is not null;

    public bool IsDurationText => (string?)_schema["x-wire-type"] == "string";

    public string UnitLiteral => UnitOf(Unit ?? throw new SpecException($"{_spec.Name}: a TimeSpan needs an x-duration."));

    private string? Unit => (string?)_schema["x-duration"];

    /// <summary>The JSON converter that the member needs, as the arguments of its attribute.</summary>
    public string? Converter
    {
        get
        {
            if (Unit is { } unit)
                return $"typeof(DurationConverter), {Literal.Of(unit)}, {(IsDurationText ? "true" : "false")}";
            if (DateFormat is { } format)
                return format == "yyyy-MM-dd" ? "typeof(DayConverter)" : $"typeof(DateFormatConverter), {Literal.Of(format)}";
            if (IsDecimalText)
                return "typeof(DecimalTextConverter)";
            return _schema["x-text-or-number"] is not null ? "typeof(TextOrNumberConverter)" : null;
        }
    }

    /// <summary>C# that turns a value into its text on the wire.</summary>
    public string Text(string value)
    {
        if (IsText)
            return value;
        if (Unit is { } unit)
            return $"WireFormat.Text({value}, {UnitOf(unit)})";
        return DateFormat is { } format ? $"WireFormat.Text({value}, {Literal.Of(format)})" : $"WireFormat.Text({value})";
    }

    /// <summary>C# statements that check a value, each without its semicolon.</summary>
    public IEnumerable<string> Checks(string wireName, string value, bool required, string? collectionField = null)
    {
        var name = Literal.Of(wireName);
        var target = collectionField ?? value;
        if (IsArray)
        {
            var min = required ? (int?)_schema["minItems"] ?? 0 : 0;
            var max = (int?)_schema["maxItems"];
            if (!Unchecked && (min > 0 || max is not null))
                yield return $"Check.Count({name}, {target}, {min}, {max?.ToString() ?? "int.MaxValue"})";
            if (Items.IsClass)
                yield return $"Check.Each({name}, {target})";
            yield break;
        }
        if (IsDictionary)
            yield break;
        if (required && (Type is "string" || IsClass) && Unit is null)
            yield return $"Check.Required({name}, {value})";
        if (IsClass)
            yield return $"Check.Object({name}, {value})";
        if (Unchecked)
            yield break;
        if ((string?)_schema["x-format"] == "e164")
        {
            yield return $"Check.E164({name}, {value})";
            yield break;
        }
        var text = IsUri ? value + (required ? ".OriginalString" : "?.OriginalString") : value;
        if ((IsText || IsUri) && (_schema["minLength"] ?? _schema["maxLength"]) is not null)
            yield return $"Check.Length({name}, {text}, {(int?)_schema["minLength"] ?? 0}, {((int?)_schema["maxLength"])?.ToString() ?? "int.MaxValue"})";
        if ((_schema["minimum"] ?? _schema["maximum"]) is null)
            yield break;
        var low = (decimal?)_schema["minimum"] is { } l ? Literal.Decimal(l) : "decimal.MinValue";
        var high = (decimal?)_schema["maximum"] is { } h ? Literal.Decimal(h) : "decimal.MaxValue";
        if (Unit is { } unit)
            yield return $"Check.Duration({name}, {value}, {UnitOf(unit)}, {low}, {high})";
        else if (Type is "integer" or "number")
            yield return $"Check.Range({name}, {value}, {low}, {high})";
    }

    private bool Unchecked => _schema["x-unchecked"] is not null;

    private string UnitOf(string unit) => unit switch
    {
        "milliseconds" => "TimeSpan.FromMilliseconds(1)",
        "seconds" => "TimeSpan.FromSeconds(1)",
        "minutes" => "TimeSpan.FromMinutes(1)",
        _ => throw new SpecException($"{_spec.Name}: x-duration: '{unit}' is not one of milliseconds, seconds, minutes."),
    };
}
