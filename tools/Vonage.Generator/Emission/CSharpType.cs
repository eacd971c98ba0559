namespace Vonage.Generator.Emission;

/// <summary>What a value is in C#, and so how it is written, read and checked.</summary>
internal enum TypeKind
{
    Text,
    Flag,
    Whole,
    LargeWhole,
    Number,
    Address,
    Instant,
    Duration,
    File,
    Json,
    Enum,
    Model,
    Choice,
    List,
    NamedList,
    Map,
}

/// <summary>A schema as a C# type, without its nullability, which belongs to the place where it is used.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The type's name, without a question mark.</param>
/// <param name="Item">The type of a list's items or of a map's values.</param>
internal sealed record CSharpType(TypeKind Kind, string Name, CSharpType? Item = null)
{
    /// <summary>The format of an instant or a day that is not written by ISO 8601; else null.</summary>
    public string? DateFormat { get; init; }

    /// <summary>The unit that a duration is counted in; else null.</summary>
    public string? Unit { get; init; }

    /// <summary>A duration that is a whole number of its unit on the wire.</summary>
    public bool IsWhole { get; init; }

    /// <summary>A number or a duration that is text on the wire.</summary>
    public bool IsWrittenAsText { get; init; }

    /// <summary>An enum whose values are numbers on the wire.</summary>
    public bool IsWrittenAsNumber { get; init; }

    /// <summary>Text that servers also send as a number.</summary>
    public bool IsTextOrNumber { get; init; }

    /// <summary>A class of the shared package, which is no part of a request and has no rules.</summary>
    public bool IsShared { get; init; }

    /// <summary>The class that a new collection is; null for everything else.</summary>
    public string? Instance { get; init; }

    /// <summary>Whether C# knows null as a value of the type itself.</summary>
    public bool IsClass => Kind is TypeKind.Text or TypeKind.Address or TypeKind.File or TypeKind.Json or TypeKind.Model or TypeKind.Choice || IsCollection;

    public bool IsCollection => Kind is TypeKind.List or TypeKind.NamedList or TypeKind.Map;

    public bool IsList => Kind is TypeKind.List or TypeKind.NamedList;

    /// <summary>The duration of one unit, as a C# expression.</summary>
    public string UnitCode => Unit switch
    {
        "milliseconds" => "TimeSpan.FromMilliseconds(1)",
        "seconds" => "TimeSpan.FromSeconds(1)",
        "minutes" => "TimeSpan.FromMinutes(1)",
        "hours" => "TimeSpan.FromHours(1)",
        "days" => "TimeSpan.FromDays(1)",
        _ => throw new InvalidOperationException($"A unit that CSharpTypes let pass: {Unit}."),
    };

    /// <summary>The JSON converter that other serializers need, as the arguments of its attribute; null where they need none.</summary>
    public string? Converter => this switch
    {
        { Kind: TypeKind.Duration } => $"typeof(DurationConverter), {Literal.Of(Unit!)}, {(IsWrittenAsText ? "true" : "false")}",
        { DateFormat: Specs.Scalars.DayFormat } => "typeof(DayConverter)",
        { DateFormat: { } format } => $"typeof(DateFormatConverter), {Literal.Of(format)}",
        { Kind: TypeKind.Number, IsWrittenAsText: true } => "typeof(DecimalTextConverter)",
        { Kind: TypeKind.Whole, IsWrittenAsText: true } => "typeof(IntegerTextConverter)",
        { IsTextOrNumber: true } => "typeof(TextOrNumberConverter)",
        _ => null,
    };

    /// <summary>A value of which the parts of a path, a query or a form are made: it has no parts of its own.</summary>
    public bool IsScalar => Kind is not (TypeKind.Model or TypeKind.Choice or TypeKind.Json or TypeKind.Map or TypeKind.List or TypeKind.NamedList or TypeKind.File);

    /// <summary>An expression for a value as a JSON token; null where there is no value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">A name that no other variable has.</param>
    public string Tree(string value, string name) => Kind switch
    {
        TypeKind.Json => value,
        TypeKind.Model => $"JsonWrite.Tree({value})",
        TypeKind.Choice => $"{value}?.Json",
        _ => $"({value} is {{ }} {name} ? JsonWrite.Tree({name}, {JsonCode.WriteItem(this)}) : null)",
    };

    /// <summary>An expression for a value's text on the wire.</summary>
    public string Text(string value) => this switch
    {
        { Kind: TypeKind.Text } => value,
        { Kind: TypeKind.Duration } => $"WireFormat.Text({value}, {UnitCode})",
        { DateFormat: { } format } => $"WireFormat.Text({value}, {Literal.Of(format)})",
        _ => $"WireFormat.Text({value})",
    };

    /// <summary>An expression for the texts of a list's items.</summary>
    public string Texts(string list) => $"{list}?.Select(item => {(Item!.Kind == TypeKind.Text ? "item" : Item.Text("item") + "!")})";
}
