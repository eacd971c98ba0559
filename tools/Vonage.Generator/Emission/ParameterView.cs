using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A parameter of an operation's method that travels in the path, the query or a header.</summary>
internal sealed class ParameterView
{
    private readonly Wire _wire;
    private readonly bool _explode;

    public ParameterView(Spec spec, JObject parameter, string type)
    {
        var schema = (JObject)parameter["schema"]!;
        _wire = new Wire(spec, schema);
        WireName = (string)parameter["name"]!;
        Name = Names.Parameter((string?)parameter["x-name"] ?? WireName);
        In = (string)parameter["in"]!;
        Constant = schema["x-constant"] is { } constant ? Literal.Text(constant) : null;
        IsRequired = (bool?)parameter["required"] == true;
        Type = IsRequired ? type.TrimEnd('?') : type.TrimEnd('?') + "?";
        Doc = Emission.Doc.Xml((string?)parameter["description"] ?? (string?)_wire.Schema["description"], WireName + ".");
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

    public IEnumerable<string> Checks => In == "path" ? _wire.Checks(WireName, Name, required: false) : _wire.Checks(WireName, Name, IsRequired);

    public string Segment => Constant is { } constant ? Literal.Of(Uri.EscapeDataString(constant)) : $"WireFormat.Segment({Literal.Of(WireName)}, {_wire.Text(Name)})";

    public string Query => Constant is { } constant ? $".Query({Literal.Of(WireName)}, {Literal.Of(constant)})" : _wire.IsArray
        ? $".Query({Literal.Of(WireName)}, {Name}?.Select(item => {(_wire.Items.IsText ? "item" : _wire.Items.Text("item") + "!")}), explode: {(_explode ? "true" : "false")})"
        : $".Query({Literal.Of(WireName)}, {_wire.Text(Name)})";

    public string Header => $".Header({Literal.Of(WireName)}, {_wire.Text(Name)})";
}
