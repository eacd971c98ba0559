using System.Text.Json.Nodes;

namespace Vonage.Simulation.Specs;

/// <summary>A parameter of an operation, in the path, query or headers.</summary>
internal sealed class SpecParameter(SpecNode node)
{
    public string Name { get; } = node["name"].Text ?? "";

    public string In { get; } = node["in"].Text ?? "query";

    public bool Required => node["required"].IsTrue;

    /// <summary>Indicates whether the items of an array are separate parameters instead of one value with commas.</summary>
    public bool Explode => !node["explode"].IsFalse && In == "query";

    /// <summary>Indicates whether the value is JSON, whatever its schema.</summary>
    public bool IsJson => node["x-json"].IsTrue;

    public SpecNode Schema => node["schema"];

    public JsonNode? Example => node["example"].ToJson() ?? SchemaExample.Make(Schema);
}
