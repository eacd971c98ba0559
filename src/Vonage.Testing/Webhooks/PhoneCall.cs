using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vonage.Testing;

/// <summary>A call that is going on: what the person at the other end can do, and what the application has the call do.</summary>
public sealed class PhoneCall
{
    private readonly SimulatedWebhooks _webhooks;
    private readonly Uri? _events;
    private readonly string? _from;
    private readonly string? _to;
    private readonly string _direction;
    private int _isOver;

    internal PhoneCall(SimulatedWebhooks webhooks, string uuid, string conversation, string? from, string? to, string direction, Uri? events) =>
        (_webhooks, Uuid, ConversationUuid, _from, _to, _direction, _events) = (webhooks, uuid, conversation, from, to, direction, events);

    /// <summary>The call's id.</summary>
    public string Uuid { get; }

    /// <summary>The conversation's id.</summary>
    public string ConversationUuid { get; }

    /// <summary>What the application last said the call shall do, as JSON; empty where it said nothing that could be read.</summary>
    public JsonArray Ncco { get; internal set; } = [];

    /// <summary>The webhook that was asked last, with its answer.</summary>
    public SentWebhook? LastAsked { get; private set; }

    /// <summary>Presses keys where the call waits for them: the input action's URL is asked what to do next.</summary>
    /// <param name="digits">The keys; none for somebody who waits until the time is over.</param>
    /// <exception cref="InvalidOperationException">The call does not wait for keys, or its URL is neither on this machine nor set.</exception>
    public Task PressAsync(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var input = Ncco.OfType<JsonObject>().FirstOrDefault(action => action["action"]?.ToString() == "input")
            ?? throw new InvalidOperationException($"The call does not wait for keys. Its NCCO is {Ncco.ToJsonString()}");
        var url = SimulatedWebhooks.Choose(SimulatedWebhooks.First(input["eventUrl"]), _events)
            ?? throw new InvalidOperationException("The input action's eventUrl is not on this machine, and simulator.Webhooks.CallEvent is not set.");
        var dtmf = new JsonObject { ["digits"] = digits, ["timed_out"] = digits.Length == 0 };
        return AskAsync(WebhookKind.Input, url, HttpMethod.Post, new JsonObject { ["dtmf"] = dtmf });
    }

    /// <summary>Hangs up.</summary>
    public Task HangUpAsync()
    {
        End();
        return _webhooks.SettleAsync();
    }

    internal void End()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
            Tell("completed");
    }

    internal void Tell(string status)
    {
        if (_events is null)
            return;
        var payload = Describe();
        payload["status"] = status;
        payload["direction"] = _direction;
        if (status == "answered")
            payload["start_time"] = null;
        if (status == "completed")
        {
            (payload["start_time"], payload["end_time"]) = (_webhooks.Time(), _webhooks.Time());
            (payload["duration"], payload["rate"], payload["price"], payload["network"]) = ("1", "0.00450000", "0.00007500", "65512");
        }

        _webhooks.Send(WebhookKind.CallEvent, _events, HttpMethod.Post, payload);
    }

    internal async Task AskAsync(WebhookKind kind, Uri url, HttpMethod method, JsonObject more)
    {
        var payload = Describe();
        foreach (var (name, value) in more)
            payload[name] = value?.DeepClone();
        LastAsked = await _webhooks.Send(kind, url, method, payload).ConfigureAwait(false);
        Ncco = LastAsked.IsAccepted ? Read(LastAsked.Answer) : [];
    }

    private static JsonArray Read(string? ncco)
    {
        try
        {
            return string.IsNullOrWhiteSpace(ncco) ? [] : JsonNode.Parse(ncco) as JsonArray ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private JsonObject Describe() => new()
    {
        ["from"] = _from,
        ["to"] = _to,
        ["uuid"] = Uuid,
        ["conversation_uuid"] = ConversationUuid,
        ["timestamp"] = _webhooks.Time(),
    };
}
