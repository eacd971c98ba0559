using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>A conversation, its members and its events, in the format of the API.</summary>
internal sealed class ConversationRecord(JsonObject description)
{
    private readonly HashSet<JsonObject> _deleted = [];

    public JsonObject Description { get; } = description;

    public ResourceList Members { get; } = new("id");

    public ResourceList Events { get; } = new("id");

    /// <summary>The webhook for the events of this conversation.</summary>
    public JsonObject? Callback { get; set; }

    public string Id => ResourceList.Text(Description, "id")!;

    public string Address => $"https://api.nexmo.com/v1/conversations/{Id}";

    public bool IsDeleted(JsonObject told) => _deleted.Contains(told);

    /// <summary>Deletes what an event says. Its place in the sequence remains.</summary>
    public void Delete(JsonObject told)
    {
        told["body"] = new JsonObject();
        _deleted.Add(told);
    }

    public int NextNumber()
    {
        var number = Description["sequence_number"]!.GetValue<int>() + 1;
        Description["sequence_number"] = number;
        return number;
    }
}
