using System.Text.Json.Nodes;

namespace Vonage.Simulation.Specs;

/// <summary>A media type of a body.</summary>
internal sealed class SpecMedia(string type, SpecNode node)
{
    public string Type { get; } = type;

    public SpecNode Schema => node["schema"];

    public bool IsJson => MediaTypes.IsJson(Type);

    /// <summary>The examples by name. A single example has the name <c>example</c>.</summary>
    public IEnumerable<KeyValuePair<string, SpecNode>> Examples => node["example"].Exists
        ? [KeyValuePair.Create("example", node["example"])]
        : node["examples"].Members.Select(example => KeyValuePair.Create(example.Key, example.Value["value"]));

    /// <summary>Gets an example of the body: the documented example with this name, otherwise the first one, otherwise one created from the schema.</summary>
    public JsonNode? Example(string? name = null)
    {
        var documented = Examples.OrderByDescending(example => example.Key == name).FirstOrDefault();
        return documented.Value.Exists ? documented.Value.ToJson() : SchemaExample.Make(Schema);
    }
}
