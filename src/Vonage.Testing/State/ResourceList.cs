using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>The resources that requests have created, oldest first, in the format of the API.</summary>
/// <param name="id">The member that identifies a resource.</param>
internal sealed class ResourceList(string id)
{
    private readonly List<JsonObject> _resources = [];

    public IReadOnlyList<JsonObject> All => _resources;

    public JsonObject Add(JsonObject resource)
    {
        _resources.Add(resource);
        return resource;
    }

    public JsonObject? Find(string? value) => _resources.Find(resource => Text(resource, id) == value);

    public bool Remove(JsonObject resource) => _resources.Remove(resource);

    public JsonNode Save() => new JsonArray([.. _resources.Select(resource => resource.DeepClone())]);

    public void Restore(JsonNode kept)
    {
        _resources.Clear();
        _resources.AddRange(kept.AsArray().Select(resource => resource!.DeepClone().AsObject()));
    }

    /// <summary>Determines whether another resource has the same value.</summary>
    public bool IsTaken(string member, string? value, JsonObject? except = null) =>
        value is not null && _resources.Exists(resource => resource != except && Text(resource, member) == value);

    public static string? Text(JsonObject resource, string member) => resource[member]?.ToString();

    /// <summary>Replaces the members that a request contains.</summary>
    public static void Change(JsonObject resource, JsonObject changes)
    {
        foreach (var (name, value) in changes)
            resource[name] = value?.DeepClone();
    }
}
