using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A parameter of an operation that travels in the path, the query, a header or a cookie, wherever its method has the value from.</summary>
internal sealed class ParameterView
{
    private readonly CSharpType _type;
    private readonly JObject _schema;
    private readonly JObject _json;
    private readonly bool _explode;
    private readonly bool _isJson;
    private readonly string _style;
    private readonly string? _description;
    private readonly string _typeName;
    private readonly bool _mayBeEmpty;
    private string _shownName;

    public ParameterView(Spec spec, CSharpTypes types, JObject parameter, string? pageSize)
    {
        _json = parameter;
        var content = (parameter["content"] as JObject)?.Properties().First();
        var schema = parameter["schema"] as JObject ?? content?.Value["schema"] as JObject ?? [];
        _isJson = content is not null && MediaTypes.IsJson(content.Name) || (bool?)parameter["x-json"] == true;
        _type = types.Of(schema);
        _schema = spec.Resolve(schema);
        _description = Emission.Doc.WithoutFormat((string?)parameter["description"] ?? (string?)_schema["description"], _type);
        WireName = (string)parameter["name"]!;
        In = (string)parameter["in"]!;
        IsAccountKey = In == "path" && WireName == "api_key" && !types.AreAlone;
        IsApplication = In == "path" && WireName == "application_id" && !types.AreAlone;
        Property = Names.Parameters((string?)parameter["x-name"] ?? (IsAccountKey ? "AccountKey" : WireName == pageSize ? "PageSize" : WireName));
        Name = Names.Parameter(Property);
        Value = Name;
        _shownName = WireName;
        Constant = schema["x-constant"] is { } constant ? Literal.Text(constant) : null;
        IsRequired = (bool?)parameter["required"] == true && !IsAccountKey;
        _typeName = types.Input(_type);
        _mayBeEmpty = types.AreAlone;
        Type = IsRequired ? _typeName : _typeName + "?";
        _style = (string?)parameter["style"] ?? (In is "query" or "cookie" ? "form" : "simple");
        _explode = (bool?)parameter["explode"] ?? (_style == "form");
        Refuse(types, content);
    }

    /// <summary>The parameter as the spec has it.</summary>
    public JObject Json => _json;

    public string WireName { get; }

    /// <summary>Its name as a parameter of the method.</summary>
    public string Name { get; private set; }

    /// <summary>Its name as a member of the options.</summary>
    public string Property { get; private set; }

    /// <summary>The field of that member.</summary>
    public string Field => "_" + Names.Camel(Property).TrimStart('@');

    public string In { get; }

    public bool IsRequired { get; }

    /// <summary>The account that a request is for; if it is not set, the one of the credentials.</summary>
    public bool IsAccountKey { get; }

    /// <summary>The application that a request is for: always the one of the credentials, with whose token the request is authenticated.</summary>
    public bool IsApplication { get; }

    public string Type { get; }

    /// <summary>The expression for its value.</summary>
    public string Value { get; private set; }

    public string Doc => Emission.Doc.Parameter(Name, _description, WireName + ".");

    public string PropertyDoc => Emission.Doc.Of(_description, WireName + ".");

    /// <summary>The only value it can have: written by the operation itself.</summary>
    public string? Constant { get; }

    public string Declaration => IsRequired ? $"{Type} {Name}" : $"{Type} {Name} = null";

    /// <summary>A phone number, of which the digits are sent.</summary>
    public bool IsPhone => _type.Kind == TypeKind.Text && PhoneFormat.IsOf(_schema);

    // What is missing from a path is found when its segment is written.
    public IEnumerable<string> Checks => IsPhone && Value == Name ? Limits.Prepend($"{Name} = PhoneNumber.Digits({Name})") : Limits;

    private IEnumerable<string> Limits => CheckCode.Of(_type, _schema, _shownName, _type is { IsList: true, Item.IsScalar: false } ? Value + "?.ToList()" : Value, IsRequired && In != "path", isNullable: !IsRequired || In == "path", _mayBeEmpty);

    public string Segment => this switch
    {
        { Constant: { } constant, Styled.Length: 0 } => Literal.Of(Uri.EscapeDataString(constant)),
        { _isJson: false, _type.IsList: true } => $"WireFormat.Segment({Literal.Of(_shownName)}, {_type.Texts(Value)}{Styled})",
        { _isJson: false, _type.Kind: TypeKind.Model or TypeKind.Map or TypeKind.Json or TypeKind.Choice } => $"WireFormat.Segment({Literal.Of(_shownName)}, {Tree}, {Literal.Of(_style)}, {(_explode ? "true" : "false")}, {Literal.Of(WireName)})",
        { Styled.Length: > 0 } => $"WireFormat.Segment({Literal.Of(_shownName)}, {Text}{Styled})",
        _ => $"WireFormat.Segment({Literal.Of(_shownName)}, {Text})",
    };

    // What the style of a path adds to the arguments.
    private string Styled => _style == "simple" ? string.Empty : $", {Literal.Of(_style)}, {(_explode ? "true" : "false")}, {Literal.Of(WireName)}";

    /// <summary>The call that adds it to the request.</summary>
    public string Call => In switch
    {
        "header" => $".Header({Literal.Of(WireName)}, {Text})",
        "cookie" => $".Cookie({Literal.Of(WireName)}, {Text})",
        _ => Query,
    };

    private string Query => this switch
    {
        { Constant: { } constant } => $".Query({Literal.Of(WireName)}, {Literal.Of(constant)})",
        { _isJson: false, _type.IsList: true } when _explode || _style == "form" => $".Query({Literal.Of(WireName)}, {_type.Texts(Value)}, explode: {(_explode ? "true" : "false")})",
        { _isJson: false, _type.IsList: true } => $".Query({Literal.Of(WireName)}, {_type.Texts(Value)}, {(_style == "pipeDelimited" ? "\"|\"" : "\" \"")})",
        { _isJson: false, _type.Kind: TypeKind.Model or TypeKind.Map or TypeKind.Json or TypeKind.Choice } =>
            $".QueryObject({Literal.Of(WireName)}, {Tree}, {(_style == "deepObject" ? "\"deepObject\"" : _explode ? "\"form\"" : "\"joined\"")})",
        _ when (bool?)_json["allowReserved"] == true => $".QueryReserved({Literal.Of(WireName)}, {Text})",
        _ => $".Query({Literal.Of(WireName)}, {Text})",
    };

    private string Text => this switch
    {
        { Constant: { } constant } => Literal.Of(constant),
        { _isJson: true } => $"WireFormat.JsonText({Tree})",
        { _type.IsList: true } => $"WireFormat.Joined({_type.Texts(Value)})",
        { _type.Kind: TypeKind.Model or TypeKind.Map } => $"WireFormat.Members({Literal.Of(WireName)}, {Tree}, {(_explode ? "true" : "false")})",
        { _type.Kind: TypeKind.Json or TypeKind.Choice } => $"WireFormat.Json({Tree})",
        _ => _type.Text(Value),
    };

    private string Tree => _type.Tree(Value, Names.Parameter(Property).TrimStart('@') + "Json");

    /// <summary>Whether OpenAPI leaves a parameter without effect: what its headers say, the request and its credentials say themselves.</summary>
    public static bool IsIgnored(JObject parameter) =>
        (string?)parameter["in"] == "header" && ((string)parameter["name"]!).ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION";

    /// <summary>Gives it another name in C#.</summary>
    public void Rename(string property)
    {
        if (property == Property)
            return;
        Property = property;
        Value = Name = Names.Parameter(property);
    }

    /// <summary>Takes the value from a member of the options.</summary>
    public void ReadFromOptions(string provider)
    {
        _shownName = Property;
        Value = IsAccountKey ? $"{provider}Credentials.AccountKey(options?.{Property}, requestOptions, _apiClient)" : $"options?.{Property}";
    }

    /// <summary>Takes the value from the credentials.</summary>
    public void ReadFromCredentials(string provider, string operation) => Value = $"{provider}Credentials.ApplicationOf({operation}, requestOptions, _apiClient)";

    /// <summary>Takes the value from the position of a page.</summary>
    public void ReadFromPosition() => Value = "position";

    private void Refuse(CSharpTypes types, JProperty? content)
    {
        if (In != "path" && _style is "label" or "matrix" || In == "path" && _style is not ("simple" or "label" or "matrix"))
            throw new SpecException($"A parameter in {In} cannot be of style {_style}. {(In == "path" ? "Use simple, label or matrix" : "Only one in path can")}.", _json);
        if (content is not null && !_isJson && !_type.IsScalar)
            throw new SpecException($"A parameter of type {MediaTypes.Bare(content.Name)} must be text. Declare 'type: string', or use application/json.", content);
        if (!_isJson && FindUnwritable(types) is { } what)
            throw new SpecException($"OpenAPI does not say how {what} is written as a parameter{(_type.IsList ? string.Empty : $" of style {_style}")}. Declare it as JSON: content: {{ application/json: {{ schema: … }} }}.", _json);
        if (_type.Kind == TypeKind.File)
            throw new SpecException("A parameter cannot be a file. Use a multipart body.", _json);
    }

    // What the styles leave open, each server reads in its own way.
    private string? FindUnwritable(CSharpTypes types)
    {
        if (_type.IsList)
            return _type.Item!.IsScalar ? null : $"a list of {_type.Item.Name}";
        if (_type.Kind is not (TypeKind.Model or TypeKind.Map))
            return null;
        if (_style is "pipeDelimited" or "spaceDelimited")
            return "an object";
        var isDeep = _style == "deepObject";
        return types.MembersOf(_type, isDeep).Where(member => !IsWritable(member.Type, isDeep)).Select(member => $"'{member.Name}', {(member.Type.IsList ? $"a list of {member.Type.Item!.Name}" : "an object in an object")},").FirstOrDefault();
    }

    private bool IsWritable(CSharpType member, bool isDeep) =>
        member.IsScalar || member.Kind is TypeKind.Json or TypeKind.Choice || (member.IsList ? member.Item!.IsScalar && (isDeep || In == "query" && _explode) : isDeep && member.Kind is TypeKind.Model or TypeKind.Map);
}
