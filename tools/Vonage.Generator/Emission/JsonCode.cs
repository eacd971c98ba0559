namespace Vonage.Generator.Emission;

/// <summary>The C# that writes a value into JSON and reads it from there, by Core's JsonWrite and JsonRead.</summary>
internal static class JsonCode
{
    /// <summary>A statement that writes a field, without its semicolon.</summary>
    public static string Write(CSharpType type, string name, string value, bool isNullable, string? evenEmpty)
    {
        var more = evenEmpty is null ? string.Empty : $", evenEmpty: {evenEmpty}";
        return type.Kind switch
        {
            TypeKind.List or TypeKind.NamedList => $"JsonWrite.List(json, {name}, {value}, {WriteItem(type.Item!)}{more})",
            TypeKind.Map => $"JsonWrite.Map(json, {name}, {value}, {WriteItem(type.Item!)}{more})",
            TypeKind.Enum => $"JsonWrite.{(type.IsWrittenAsNumber ? "Code" : "Text")}(json, {name}, {value}{(isNullable ? "?" : "")}.Value)",
            TypeKind.Text => $"JsonWrite.Text(json, {name}, {value})",
            TypeKind.Flag => $"JsonWrite.Flag(json, {name}, {value})",
            TypeKind.Whole or TypeKind.LargeWhole => $"JsonWrite.{(type.IsWrittenAsText ? "WholeText" : "Whole")}(json, {name}, {value})",
            TypeKind.Number => $"JsonWrite.{(type.IsWrittenAsText ? "NumberText" : "Number")}(json, {name}, {value})",
            TypeKind.Address => $"JsonWrite.Address(json, {name}, {value})",
            TypeKind.Instant => $"JsonWrite.Time(json, {name}, {value}{(type.DateFormat is { } format ? ", " + Literal.Of(format) : "")})",
            TypeKind.Duration => $"JsonWrite.{(type.IsWrittenAsText ? "DurationText" : "Duration")}(json, {name}, {value}, {type.UnitCode})",
            TypeKind.Json => $"JsonWrite.Token(json, {name}, {value})",
            TypeKind.Choice => $"JsonWrite.Choice(json, {name}, {value})",
            _ => $"JsonWrite.Model(json, {name}, {value})",
        };
    }

    /// <summary>An expression that reads a value; null where there is none. A list or map is added to the one that exists already.</summary>
    public static string Read(CSharpType type, string? existing) => type.Kind switch
    {
        TypeKind.NamedList => $"JsonRead.Collection<{type.Name}, {type.Item!.Name}>(json, {existing ?? "null"}, {Reader(type.Item)})",
        TypeKind.List => $"JsonRead.List(json, {existing ?? "null"}, {Reader(type.Item!)})",
        TypeKind.Map => $"JsonRead.Map(json, {existing ?? "null"}, {Reader(type.Item!)})",
        TypeKind.Enum => $"JsonRead.Word(json, static value => new {type.Name}(value))",
        TypeKind.Text => "JsonRead.Text(json)",
        TypeKind.Flag => "JsonRead.Flag(json)",
        TypeKind.Whole => "JsonRead.Whole(json)",
        TypeKind.LargeWhole => "JsonRead.LargeWhole(json)",
        TypeKind.Number => "JsonRead.Number(json)",
        TypeKind.Address => "JsonRead.Address(json)",
        TypeKind.Instant => type.DateFormat switch
        {
            null => "JsonRead.Time(json)",
            Specs.Scalars.DayFormat => "JsonRead.Day(json)",
            var format => $"JsonRead.Time(json, {Literal.Of(format)})",
        },
        TypeKind.Duration => $"JsonRead.Duration(json, {type.UnitCode})",
        TypeKind.Json => "JsonRead.Token(json)",
        TypeKind.Choice => $"JsonRead.Choice(json, static value => new {type.Name}(value))",
        _ => $"JsonRead.Model(json, {type.Name}.JsonModelType)",
    };

    /// <summary>A delegate that reads an item of a list or a whole reply.</summary>
    public static string Reader(CSharpType type, bool isReply = false) => type.Kind switch
    {
        TypeKind.Text => "JsonRead.Text",
        TypeKind.Address => "JsonRead.Address",
        TypeKind.Json => "JsonRead.Item",
        TypeKind.Enum => $"static json => new {type.Name}(JsonRead.Text(json) ?? string.Empty)",
        TypeKind.Model => $"{type.Name}.JsonModelType.Read",
        TypeKind.List when isReply => $"static json => JsonRead.Items(json, {Reader(type.Item!)})",
        TypeKind.List => $"static json => JsonRead.List(json, null, {Reader(type.Item!)})",
        TypeKind.NamedList or TypeKind.Map or TypeKind.Choice => $"static json => {Read(type, null)}",
        _ => $"static json => {Read(type, null)} ?? default",
    };

    public static string WriteItem(CSharpType type) => type.Kind switch
    {
        TypeKind.Text => "JsonWrite.Text",
        TypeKind.Address => "JsonWrite.Address",
        TypeKind.Json => "JsonWrite.Token",
        TypeKind.Model => "JsonWrite.Model",
        TypeKind.Choice => "JsonWrite.Choice",
        TypeKind.List or TypeKind.NamedList => $"static (json, items) => JsonWrite.List(json, items, {WriteItem(type.Item!)})",
        TypeKind.Map => $"static (json, members) => JsonWrite.Map(json, members, {WriteItem(type.Item!)})",
        TypeKind.Enum => type.IsWrittenAsNumber ? "static (json, item) => JsonWrite.Code(json, item.Value)" : "static (json, item) => json.WriteValue(item.Value)",
        TypeKind.Duration when !type.IsWrittenAsText => $"static (json, item) => JsonWrite.Duration(json, item, {type.UnitCode})",
        TypeKind.Duration or TypeKind.Instant => $"static (json, item) => json.WriteValue({type.Text("item")})",
        TypeKind.Number or TypeKind.Whole when type.IsWrittenAsText => $"static (json, item) => json.WriteValue({type.Text("item")})",
        _ => "static (json, item) => json.WriteValue(item)",
    };
}
