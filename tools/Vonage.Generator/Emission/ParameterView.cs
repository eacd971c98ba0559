using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A parameter of an operation that travels in the path, the query or a header, wherever its method has the value from.</summary>
internal sealed class ParameterView
{
    private readonly CSharpType _type;
    private readonly JObject _schema;
    private readonly bool _explode;
    private readonly string? _description;
    private string _shownName;

    public ParameterView(Spec spec, CSharpTypes types, JObject parameter, string? pageSize)
    {
        var schema = (JObject)parameter["schema"]!;
        _type = types.Of(schema);
        _schema = spec.Resolve(schema);
        _description = (string?)parameter["description"] ?? (string?)_schema["description"];
        WireName = (string)parameter["name"]!;
        In = (string)parameter["in"]!;
        IsAccountKey = In == "path" && WireName == "api_key";
        IsApplication = In == "path" && WireName == "application_id";
        Property = Names.Pascal((string?)parameter["x-name"] ?? (IsAccountKey ? "AccountKey" : WireName == pageSize ? "PageSize" : WireName));
        Name = Names.Parameter(Property);
        Value = Name;
        _shownName = WireName;
        Constant = schema["x-constant"] is { } constant ? Literal.Text(constant) : null;
        IsRequired = (bool?)parameter["required"] == true && !IsAccountKey;
        Type = IsRequired ? types.Input(_type) : types.Input(_type) + "?";
        _explode = (bool?)parameter["explode"] ?? ((string?)parameter["style"] ?? "form") == "form";
    }

    public string WireName { get; }

    /// <summary>Its name as a parameter of the method.</summary>
    public string Name { get; }

    /// <summary>Its name as a member of the options.</summary>
    public string Property { get; }

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

    // What is missing from a path is found when its segment is written.
    public IEnumerable<string> Checks => CheckCode.Of(_type, _schema, _shownName, Value, IsRequired && In != "path", isNullable: !IsRequired || In == "path");

    public string Segment => Constant is { } constant ? Literal.Of(Uri.EscapeDataString(constant)) : $"WireFormat.Segment({Literal.Of(_shownName)}, {_type.Text(Value)})";

    public string Query => this switch
    {
        { Constant: { } constant } => $".Query({Literal.Of(WireName)}, {Literal.Of(constant)})",
        { _type.IsList: true } => $".Query({Literal.Of(WireName)}, {_type.Texts(Value)}, explode: {(_explode ? "true" : "false")})",
        _ => $".Query({Literal.Of(WireName)}, {_type.Text(Value)})",
    };

    public string Header => $".Header({Literal.Of(WireName)}, {_type.Text(Value)})";

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
}
