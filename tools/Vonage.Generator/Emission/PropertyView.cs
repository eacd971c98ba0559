using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A property of a model, as the templates see it.</summary>
internal sealed class PropertyView
{
    private static readonly string[] Taken = ["Validate", "AdditionalProperties"];

    private readonly Wire _wire;
    private readonly JObject _schema;

    public PropertyView(Spec spec, string className, string wireName, JObject schema, string type, bool required)
    {
        _schema = schema;
        _wire = new Wire(spec, schema);
        WireName = wireName;
        Name = Names.Member((string?)schema["x-name"] ?? wireName, className, Taken);
        IsRequired = required;
        Type = type.Replace("System.Uri", "Uri").Replace("System.TimeSpan", "TimeSpan");
        if (schema["x-assured"] is not null)
            Type = Type.TrimEnd('?');
        Doc = Emission.Doc.Xml((string?)schema["description"] ?? (string?)_wire.Schema["description"], wireName + ".");
        IsConstant = schema["x-constant"] is not null;
        IsDiscriminator = schema["x-discriminator"] is not null;
        Obsolete = Deprecation.Of(schema);
        if (IsConstant)
            Type = Literal.TypeOf(schema["x-constant"]!);
        else if (_wire.IsBinary)
            Type = required ? "FileContent" : "FileContent?";
        else if (_wire.IsDictionary && Type.TrimEnd('?') == "JToken")
            // NJsonSchema takes an object with any members for a value of any kind.
            Type = "IDictionary<string, JToken>";
        BareType = Type.TrimEnd('?');
        if (IsCollection)
            Type = BareType;
        if (schema[Flat.Through] is { } through)
            Through = Names.Member((string)through["member"]!, className, Taken) + "." + Names.Member((string?)schema["x-name"] ?? wireName, (string)through["class"]!, Taken);
    }

    public string WireName { get; }

    public string WireLiteral => Literal.Of(WireName);

    public string Name { get; }

    public string Type { get; }

    public string BareType { get; }

    public string Doc { get; }

    public bool IsRequired { get; }

    public string? Obsolete { get; }

    public bool IsConstant { get; }

    public bool IsDiscriminator { get; }

    public string Constant => Literal.Of(_schema["x-constant"]!);

    /// <summary>An object whose members stand on this class too (<c>x-flat</c>).</summary>
    public bool IsFlat => _schema["x-flat"] is not null;

    /// <summary>What this property passes on to, where it is a member of such an object; else null.</summary>
    public string? Through { get; }

    /// <summary>Lists and dictionaries start empty, and are made when first asked for.</summary>
    public bool IsCollection => (_wire.IsArray || _wire.IsDictionary) && !EmptyHasMeaning;

    /// <summary>A list for which "empty" and "absent" differ (<c>x-empty</c>): null until it is set.</summary>
    public bool EmptyHasMeaning => _schema["x-empty"] is not null;

    public string Field => "_" + Names.Camel(Name).TrimStart('@');

    public string CollectionInstance => BareType.StartsWith("IList<", StringComparison.Ordinal) || BareType.StartsWith("IDictionary<", StringComparison.Ordinal) ? BareType[1..] : BareType;

    /// <summary>A required list without a lower limit is written even when it is empty.</summary>
    public bool WriteEmpty => IsRequired && IsCollection && ((int?)_wire.Schema["minItems"] ?? 0) == 0;

    public string? Converter => IsCollection ? null : _wire.Converter;

    public string? ItemConverter => _wire.IsArray && _wire.Items.Converter is { } arguments ? ItemConverterOf(arguments) : null;

    public string Initializer => Type switch
    {
        "string" when !IsConstant => " = string.Empty;",
        _ when IsRequired && !Type.EndsWith('?') && (_wire.IsClass || _wire.IsUri || _wire.IsBinary || Type.EndsWith("JToken", StringComparison.Ordinal)) => " = default!;",
        _ => string.Empty,
    };

    /// <summary>Text or an address that stands alone in its class: worth a constructor.</summary>
    public bool IsSimple => Type is "string" or "Uri";

    public string Parameter => Names.Camel(Name);

    public IEnumerable<string> Checks => IsConstant || IsDiscriminator || Through is not null ? [] : _wire.Checks(WireName, Name, IsRequired, IsCollection ? Field : null);

    /// <summary>Whether it stands in JSON under its own name.</summary>
    public bool IsInJson => Through is null && !_wire.IsBinary;

    /// <summary>Where the value is kept.</summary>
    public string Storage => IsCollection ? Field : Name;

    public string JsonWrite => new JsonView(_wire, Type).Write(WireLiteral, Storage, WriteEmpty ? "true" : EmptyHasMeaning ? $"{Name} is not null" : null);

    public string JsonRead => IsFlat ? $"JsonRead.Into(json, {Name})" : $"{Storage} = {new JsonView(_wire, Type).Read(Storage)} ?? {Storage}";

    public string FormWrite
    {
        get
        {
            if (IsConstant)
                return $"writer.Add({WireLiteral}, {Literal.Of(Literal.Text(_schema["x-constant"]!))})";
            if (_wire.IsArray)
                return $"writer.Add({WireLiteral}, {Field}?.Select(item => {Items(_wire.Items)}), explode: true)";
            return $"writer.Add({WireLiteral}, {_wire.Text(Name)})";
        }
    }

    public string MultipartWrite
    {
        get
        {
            if (_wire.IsBinary)
                return $"writer.File({WireLiteral}, {Name})";
            if (_wire.IsClass)
                return $"writer.Json({WireLiteral}, {Name})";
            if (IsCollection)
                return $"writer.Json({WireLiteral}, {Field})";
            return $"writer.Text({WireLiteral}, {(IsConstant ? Literal.Of(Literal.Text(_schema["x-constant"]!)) : _wire.Text(Name))})";
        }
    }

    private static string Items(Wire items) => items.IsText ? "item" : items.Text("item") + "!";

    private static string ItemConverterOf(string arguments)
    {
        var comma = arguments.IndexOf(',');
        return comma < 0
            ? $"ItemConverterType = {arguments}"
            : $"ItemConverterType = {arguments[..comma]}, ItemConverterParameters = new object[] {{{arguments[(comma + 1)..]} }}";
    }
}
