using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>The C# that writes a property into JSON and reads it from there, by its C# type and what its schema says of the wire.</summary>
internal sealed class JsonView(Wire wire, string type)
{
    /// <summary>A statement that writes the value, without its semicolon.</summary>
    public string Write(string name, string value, string? evenEmpty)
    {
        var more = evenEmpty is null ? string.Empty : $", evenEmpty: {evenEmpty}";
        if (wire.IsArray)
            return $"JsonWrite.List(json, {name}, {value}, {WriteItem(wire.Items, Argument(type, wire))}{more})";
        if (wire.IsDictionary)
            return $"JsonWrite.Map(json, {name}, {value}, {WriteItem(wire.Values, DictionaryValue)}{more})";
        if (IsWord)
            return $"JsonWrite.Text(json, {name}, {value}{(type.EndsWith('?') ? "?" : "")}.Value)";
        return Bare switch
        {
            "string" => $"JsonWrite.Text(json, {name}, {value})",
            "bool" => $"JsonWrite.Flag(json, {name}, {value})",
            "int" or "long" => $"JsonWrite.Whole(json, {name}, {value})",
            "decimal" => $"JsonWrite.{(wire.IsDecimalText ? "NumberText" : "Number")}(json, {name}, {value})",
            "Uri" => $"JsonWrite.Address(json, {name}, {value})",
            "DateTimeOffset" => $"JsonWrite.Time(json, {name}, {value}{(wire.DateFormat is { } format ? ", " + Literal.Of(format) : "")})",
            "TimeSpan" => $"JsonWrite.{(wire.IsDurationText ? "DurationText" : "Duration")}(json, {name}, {value}, {wire.UnitLiteral})",
            "JToken" => $"JsonWrite.Token(json, {name}, {value})",
            _ => $"JsonWrite.Model(json, {name}, {value})",
        };
    }

    /// <summary>An expression that reads the value; null where there is none.</summary>
    public string Read(string existing)
    {
        if (wire.IsNamedArray)
            return $"({Bare}?)JsonRead.List(json, {existing} ?? new {Bare}(), {ReadItem(wire.Items, Argument(type, wire))})";
        if (wire.IsArray)
            return $"JsonRead.List(json, {existing}, {ReadItem(wire.Items, Argument(type, wire))})";
        if (wire.IsDictionary)
            return $"JsonRead.Map(json, {existing}, {ReadItem(wire.Values, DictionaryValue)})";
        if (IsWord)
            return $"JsonRead.Word(json, static word => new {Bare}(word))";
        return Bare switch
        {
            "string" => "JsonRead.Text(json)",
            "bool" => "JsonRead.Flag(json)",
            "int" => "JsonRead.Whole(json)",
            "long" => "JsonRead.LargeWhole(json)",
            "decimal" => "JsonRead.Number(json)",
            "Uri" => "JsonRead.Address(json)",
            "DateTimeOffset" => wire.DateFormat switch
            {
                null => "JsonRead.Time(json)",
                "yyyy-MM-dd" => "JsonRead.Day(json)",
                var format => $"JsonRead.Time(json, {Literal.Of(format)})",
            },
            "TimeSpan" => $"JsonRead.Duration(json, {wire.UnitLiteral})",
            "JToken" => "JsonRead.Token(json)",
            _ => $"JsonRead.Model<{Bare}>(json)",
        };
    }

    private string Bare => type.TrimEnd('?');

    private bool IsWord => wire.IsEnum && Bare is not ("string" or "bool");

    private string DictionaryValue => Bare["IDictionary<string, ".Length..^1];

    private static string Argument(string type, Wire wire)
    {
        var bare = type.TrimEnd('?');
        return wire.IsNamedArray ? Spec.ReferenceOf((Newtonsoft.Json.Linq.JObject)wire.Schema["items"]!)! : bare["IList<".Length..^1];
    }

    private static string WriteItem(Wire? item, string type) => type switch
    {
        "string" => "JsonWrite.Text",
        "Uri" => "JsonWrite.Address",
        "JToken" => "JsonWrite.Token",
        "bool" or "int" or "long" => "static (json, item) => json.WriteValue(item)",
        "decimal" when item is { IsDecimalText: false } => "static (json, item) => json.WriteValue(item)",
        "TimeSpan" when item is { IsDurationText: false } => $"static (json, item) => JsonWrite.Duration(json, item, {item.UnitLiteral})",
        "decimal" or "DateTimeOffset" or "TimeSpan" => $"static (json, item) => json.WriteValue({item!.Text("item")})",
        _ when item is { IsEnum: true } => "static (json, item) => json.WriteValue(item.Value)",
        _ when item is { IsClass: true } => "JsonWrite.Model",
        _ => throw Unsupported(type),
    };

    private static string ReadItem(Wire? item, string type) => type switch
    {
        "string" => "JsonRead.Text",
        "Uri" => "JsonRead.Address",
        "JToken" => "JsonRead.Item",
        "bool" or "int" or "long" or "decimal" or "DateTimeOffset" or "TimeSpan" => $"static json => {new JsonView(item!, type).Read(type)} ?? default",
        _ when item is { IsEnum: true } => $"static json => new {type}(JsonRead.Text(json) ?? string.Empty)",
        _ when item is { IsClass: true } => $"JsonRead.Model<{type}>",
        _ => throw Unsupported(type),
    };

    private static SpecException Unsupported(string type) => new($"Lists and dictionaries of {type} cannot be generated: use single values, objects or any JSON.");
}
