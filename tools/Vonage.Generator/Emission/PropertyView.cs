using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A property of a model, as the templates see it.</summary>
internal sealed class PropertyView
{
    private readonly JObject _schema;
    private readonly JObject _resolved;
    private readonly CSharpType _type;
    private readonly bool _isNullable;
    private readonly bool _mayBeEmpty;
    private readonly string _anyJson;

    public PropertyView(ApiModel api, CSharpTypes types, string className, string wireName, JObject schema, bool required, string namedBy)
    {
        _schema = schema;
        _resolved = api.Spec.Resolve(schema);
        WireName = wireName;
        Name = Names.Property(wireName, schema, namedBy);
        WireLiterals = [WireLiteral, .. (schema["x-also"] ?? _resolved["x-also"] as JArray ?? []).Select(other => Literal.Of((string)other!))];
        var through = schema[Flat.Through] as JObject;
        var owner = (string?)through?["class"] ?? className;
        var arrives = api.Read.Contains(owner);
        var isSent = api.Requests.Contains(owner);
        var isReadOnly = (bool?)(schema["readOnly"] ?? _resolved["readOnly"]) == true;
        // What a server sets, a request need not have; what only a request has, a reply lacks.
        IsRequired = required && !(isReadOnly && isSent);
        var mustArrive = required && (bool?)(schema["writeOnly"] ?? _resolved["writeOnly"]) != true || schema["x-assured"] is not null || (string?)schema[Unions.Discriminator] == "required";
        IsWritten = !isReadOnly || !isSent;
        var isNullable = (bool?)schema["nullable"] == true || (bool?)_resolved["nullable"] == true;
        Obsolete = Deprecation.Of(schema);
        IsConstant = schema["x-constant"] is not null;
        IsDiscriminator = schema[Unions.Discriminator] is not null;
        _type = types.Of(schema) is { Kind: TypeKind.File } && !api.Multiparts.Contains(className) ? new(TypeKind.Text, "string") : types.Of(schema);
        Doc = Emission.Doc.Of(Description, wireName + ".");
        _anyJson = types.Of([]).Name;
        EmptyHasMeaning = schema["x-empty"] is not null || (types.AreAlone && isSent && isNullable && _type.IsCollection);
        _mayBeEmpty = types.AreAlone && isSent;
        // A request must set what a reply need not have, and a webhook is never lost for what it lacks.
        var mayBeAbsent = !mustArrive || isNullable || IsRequired != required || (arrives && (isSent || api.Webhooks.Contains(owner)));
        _isNullable = !IsConstant && !IsDiscriminator && !IsCollection && mayBeAbsent;
        IsGuaranteed = arrives && !mayBeAbsent && !IsConstant && through is null && _type.Kind != TypeKind.File;
        TypeName = IsConstant ? _type.Kind is TypeKind.Whole or TypeKind.LargeWhole or TypeKind.Number ? _type.Name : Literal.TypeOf(schema["x-constant"]!) : arrives && !isSent && IsCollection && _type.Kind == TypeKind.List ? types.Output(_type) : _type.Name;
        WritesNull = IsRequired && isNullable && isSent && _isNullable && IsInJson;
        if (through is not null)
            Through = $"{Names.Pascal((string)through["member"]!)}.{Names.Property(wireName, schema, owner)}";
    }

    public string WireName { get; }

    public string WireLiteral => Literal.Of(WireName);

    /// <summary>The names by which it is read: its own, and those that some servers use (<c>x-also</c>).</summary>
    public IReadOnlyList<string> WireLiterals { get; }

    public string Name { get; }

    /// <summary>The type as the property declares it.</summary>
    public string Type => _isNullable ? TypeName + "?" : TypeName;

    /// <summary>The type without its nullability.</summary>
    public string TypeName { get; }

    public string Doc { get; }

    public bool IsRequired { get; }

    /// <summary>Whether a request may contain it.</summary>
    public bool IsWritten { get; }

    /// <summary>It must be in a request, and null is one of its values.</summary>
    public bool WritesNull { get; }

    public string? Obsolete { get; }

    public bool IsConstant { get; }

    public bool IsDiscriminator { get; }

    /// <summary>A reply without it, or in which it cannot be read, is of no use.</summary>
    public bool IsGuaranteed { get; }

    /// <summary>Whether the reader notes that it was read. A discriminator's text says so itself.</summary>
    public bool IsNoted => IsGuaranteed && !IsDiscriminator;

    /// <summary>The bit that says that it was read, where it is guaranteed.</summary>
    public Bit? Bit { get; set; }

    /// <summary>A field of a union, any JSON, of which some of the branches know more.</summary>
    public bool IsNarrowed => _schema[Unions.Narrowed] is not null;

    /// <summary>A field of a branch that its union has as any JSON.</summary>
    public bool Narrows => _schema[Unions.Narrows] is not null;

    /// <summary>The type that it has there.</summary>
    public string UnionType => _anyJson + "?";

    public string Constant => Literal.Of(_schema["x-constant"]!);

    /// <summary>An object whose members stand on this class too (<c>x-flat</c>).</summary>
    public bool IsFlat => _schema["x-flat"] is not null;

    /// <summary>What this property passes on to, where it is a member of such an object; else null.</summary>
    public string? Through { get; }

    /// <summary>Lists and dictionaries start empty, and are made when first asked for.</summary>
    public bool IsCollection => _type.IsCollection && !EmptyHasMeaning;

    /// <summary>A list for which "empty" and "absent" differ (<c>x-empty</c>), or which may be null in a request: null until it is set.</summary>
    public bool EmptyHasMeaning { get; }

    /// <summary>A phone number, of which the digits are kept.</summary>
    public bool IsPhone => _type.Kind == TypeKind.Text && PhoneFormat.IsOf(_resolved);

    public string Field => "_" + Names.Camel(Name).TrimStart('@') + (Name.StartsWith("Read", StringComparison.Ordinal) && Name[4..].All(char.IsDigit) ? "Value" : string.Empty);

    /// <summary>A list of a reply, which nobody changes.</summary>
    public bool IsReadOnlyList => IsCollection && TypeName != _type.Name;

    /// <summary>An expression for a new, empty collection.</summary>
    public string NewCollection => IsReadOnlyList ? "[]" : $"new {_type.Instance}()";

    /// <summary>A required list without a lower limit is written even when it is empty.</summary>
    public bool WriteEmpty => IsRequired && IsCollection && ((int?)_resolved["minItems"] ?? 0) == 0;

    public string? Converter => IsCollection ? null : _type.Converter;

    public string? ItemConverter => _type.IsList && _type.Item!.Converter is { } arguments ? ItemConverterOf(arguments) : null;

    public string Initializer => this switch
    {
        { IsConstant: true } or { _isNullable: true } => string.Empty,
        { _type.Kind: TypeKind.Text, _mayBeEmpty: false } => " = string.Empty;",
        { _type.Kind: TypeKind.Text or TypeKind.Model or TypeKind.Choice or TypeKind.Address or TypeKind.File or TypeKind.Json } => " = default!;",
        _ => string.Empty,
    };

    /// <summary>Whether a constructor can take it.</summary>
    public bool IsParameter => IsRequired && !WritesNull && !IsConstant && !IsDiscriminator && !IsFlat && !_type.IsCollection;

    public string Parameter => Names.Camel(Name);

    public string ParameterDoc => Emission.Doc.Parameter(Parameter, Description, WireName + ".");

    public IEnumerable<string> Checks => IsConstant || IsDiscriminator || Through is not null || CheckedByBase == "all"
        ? []
        : CheckCode.Of(_type, _resolved, WireName, CheckedByBase is null ? Storage : Name, IsRequired && !WritesNull && CheckedByBase != "required", _isNullable || CheckedByBase is not null, _mayBeEmpty);

    /// <summary>Whether it stands in JSON under its own name.</summary>
    public bool IsInJson => Through is null && _type.Kind != TypeKind.File;

    /// <summary>An expression for the property of a text that is called <c>value</c>; null where its type is not that simple.</summary>
    public string? FromText => _type.Kind switch
    {
        TypeKind.Text => "value",
        TypeKind.Enum => $"new {_type.Name}(value)",
        _ => null,
    };

    /// <summary>Where the value is kept.</summary>
    public string Storage => IsCollection || IsNarrowed ? Field : Name;

    /// <summary>A field that a rejecting reply lacks is not written back as an empty one.</summary>
    public bool EmptyIsMissing => IsNoted && (_type.Kind == TypeKind.Enum || _schema["x-assured"] is not null);

    public string JsonWrite => WritesNull ? $"if ({Name} is null) JsonWrite.Null(json, {WireLiteral}); else {Written}" : Written;

    private string Written => JsonCode.Write(_type, WireLiteral, IsDiscriminator ? $"{Name}.Length > 0 ? {Name} : null" : Storage, _isNullable, WriteEmpty ? "true" : EmptyHasMeaning ? $"{Name} is not null" : null);

    public string JsonRead => this switch
    {
        { IsFlat: true, IsNoted: true } => $"if (JsonRead.Part(json, {Name})) {Bit!.Field} |= {Bit.Value};",
        { IsFlat: true } => $"JsonRead.Part(json, {Name})",
        { IsNoted: true } => $"if ({ReadValue(null)} is {{ }} {Bit!.Variable}) {{ {Storage} = {Bit.Variable}; {Bit.Field} |= {Bit.Value}; }}",
        _ => $"{Storage} = {ReadValue(Storage)} ?? {Storage}",
    };

    // Under one of several names, empty text is not the value.
    private string ReadValue(string? existing) => (_type.Kind, WireLiterals.Count) switch
    {
        (TypeKind.Text, > 1) => $"JsonRead.Text(json, {Name})",
        (TypeKind.Enum, > 1) => $"JsonRead.Word(json, {Name}{(_isNullable ? "?" : "")}.Value, static value => new {_type.Name}(value))",
        _ when IsReadOnlyList => $"JsonRead.Items(json, {Storage}, {JsonCode.Reader(_type.Item!)})",
        _ => JsonCode.Read(_type, existing),
    };

    /// <summary>An expression that reads the value from a tree, for a field that narrows its union's.</summary>
    public string Reader => JsonCode.Reader(_type);

    public string FormWrite => this switch
    {
        { IsConstant: true } => $"writer.Add({WireLiteral}, {ConstantText})",
        { _type: { IsList: true, Item.IsScalar: true } } => $"writer.Add({WireLiteral}, {_type.Texts(Storage)}, explode: {(FormStyle == "joined" ? "false" : "true")})",
        { _type.IsList: true } => $"writer.Add({WireLiteral}, {Storage}?.Select(item => WireFormat.JsonText({_type.Item!.Tree("item", "value")})!), explode: true)",
        { _type.Kind: TypeKind.Model or TypeKind.Map } when FormStyle != "json" => $"writer.AddObject({WireLiteral}, {_type.Tree(Storage, "members")}, {Literal.Of(FormStyle)})",
        { _type.IsScalar: false } => $"writer.Add({WireLiteral}, WireFormat.{(FormStyle == "json" ? "JsonText" : "Json")}({_type.Tree(Storage, "members")}))",
        _ => $"writer.Add({WireLiteral}, {_type.Text(Name)})",
    };

    public string MultipartWrite => this switch
    {
        { IsConstant: true } => $"writer.Text({WireLiteral}, {ConstantText})",
        { _type.Kind: TypeKind.File } => $"writer.File({WireLiteral}, {Name})",
        { _type.Kind: TypeKind.Model } => $"writer.Json({WireLiteral}, {Name})",
        { _type: { IsList: true, Item.Kind: TypeKind.File } } => $"writer.Files({WireLiteral}, {Storage})",
        { _type: { IsList: true, Item.IsScalar: true } } => $"writer.Text({WireLiteral}, {_type.Texts(Storage)})",
        { _type.IsCollection: true } => $"writer.Json({WireLiteral}, {Storage}, {JsonCode.WriteItem(_type.Item!)})",
        { _type.IsScalar: false } => $"writer.Token({WireLiteral}, {_type.Tree(Storage, "members")})",
        _ => $"writer.Text({WireLiteral}, {_type.Text(Name)})",
    };

    /// <summary>The media type of its part, where the document says which one; else null.</summary>
    public string? PartTypeLiteral =>
        (string?)_schema[FormEncodings.Mark]?["contentType"] is { } type && type.IndexOfAny([',', '*']) < 0 && !(MediaTypes.Bare(type) == "application/json" && !_type.IsScalar) ? Literal.Of(type) : null;

    // How an object is written in a form, as the media type's encoding says.
    private string FormStyle => (_schema[FormEncodings.Mark] as JObject) switch
    {
        null => "form",
        var encoding when (string?)encoding["contentType"] is { } type && MediaTypes.IsJson(type) => "json",
        var encoding when (string?)encoding["style"] == "deepObject" => "deepObject",
        var encoding => (bool?)encoding["explode"] == false ? "joined" : "form",
    };

    // The values of an enum are described where they are declared.
    private string? Description => Emission.Doc.WithoutFormat((string?)_schema["description"] ?? ((string?)_resolved["description"] is var described && _resolved["enum"] is not null ? Emission.Doc.WithoutMeanings(described) : described), _type);

    private string? CheckedByBase => (string?)_schema[Unions.CheckedByBase];

    private string ConstantText => Literal.Of(Literal.Text(_schema["x-constant"]!));

    private static string ItemConverterOf(string arguments)
    {
        var comma = arguments.IndexOf(',');
        return comma < 0
            ? $"ItemConverterType = {arguments}"
            : $"ItemConverterType = {arguments[..comma]}, ItemConverterParameters = new object[] {{{arguments[(comma + 1)..]} }}";
    }
}
