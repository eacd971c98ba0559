using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>Things that requests have made, oldest first, each as the API tells it.</summary>
/// <param name="id">The member that tells them apart.</param>
internal sealed class Shelf(string id)
{
    private readonly List<JsonObject> _things = [];

    public IReadOnlyList<JsonObject> All => _things;

    public JsonObject Add(JsonObject thing)
    {
        _things.Add(thing);
        return thing;
    }

    public JsonObject? Find(string? value) => _things.Find(thing => Text(thing, id) == value);

    public bool Remove(JsonObject thing) => _things.Remove(thing);

    /// <summary>Whether another thing has the same value.</summary>
    public bool IsTaken(string member, string? value, JsonObject? except = null) =>
        value is not null && _things.Exists(thing => thing != except && Text(thing, member) == value);

    public static string? Text(JsonObject thing, string member) => thing[member]?.ToString();

    /// <summary>Puts what a request says in place of what was there, member by member.</summary>
    public static void Change(JsonObject thing, JsonObject changes)
    {
        foreach (var (name, value) in changes)
            thing[name] = value?.DeepClone();
    }
}
