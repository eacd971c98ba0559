using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A parameter of an operation's method that travels in the path, the query or a header.</summary>
internal sealed class ParameterView
{
    private readonly CSharpType _type;
    private readonly JObject _schema;
    private readonly bool _explode;

    public ParameterView(Spec spec, CSharpTypes types, JObject parameter)
    {
        var schema = (JObject)parameter["schema"]!;
        _type = types.Of(schema);
        _schema = spec.Resolve(schema);
        WireName = (string)parameter["name"]!;
        Name = Names.Parameter((string?)parameter["x-name"] ?? WireName);
        In = (string)parameter["in"]!;
        Constant = schema["x-constant"] is { } constant ? Literal.Text(constant) : null;
        IsRequired = (bool?)parameter["required"] == true;
        Type = IsRequired ? types.Input(_type) : types.Input(_type) + "?";
        Doc = Emission.Doc.Parameter(Name, (string?)parameter["description"] ?? (string?)_schema["description"], WireName + ".");
        _explode = (bool?)parameter["explode"] ?? ((string?)parameter["style"] ?? "form") == "form";
    }

    public string WireName { get; }

    public string Name { get; }

    public string In { get; }

    public bool IsRequired { get; }

    public string Type { get; }

    public string Doc { get; }

    /// <summary>The only value it can have: written by the operation itself.</summary>
    public string? Constant { get; }

    public string Declaration => IsRequired ? $"{Type} {Name}" : $"{Type} {Name} = null";

    // What is missing from a path is found when its segment is written.
    public IEnumerable<string> Checks => CheckCode.Of(_type, _schema, WireName, Name, IsRequired && In != "path", isNullable: !IsRequired || In == "path");

    public string Segment => Constant is { } constant ? Literal.Of(Uri.EscapeDataString(constant)) : $"WireFormat.Segment({Literal.Of(WireName)}, {_type.Text(Name)})";

    public string Query => this switch
    {
        { Constant: { } constant } => $".Query({Literal.Of(WireName)}, {Literal.Of(constant)})",
        { _type.IsList: true } => $".Query({Literal.Of(WireName)}, {_type.Texts(Name)}, explode: {(_explode ? "true" : "false")})",
        _ => $".Query({Literal.Of(WireName)}, {_type.Text(Name)})",
    };

    public string Header => $".Header({Literal.Of(WireName)}, {_type.Text(Name)})";
}
