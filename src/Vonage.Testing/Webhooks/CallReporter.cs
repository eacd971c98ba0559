using System.Text.Json.Nodes;
using Vonage.Testing.State;
using Vonage.Voice;

namespace Vonage.Testing.Webhooks;

/// <summary>Sends the webhooks of a call.</summary>
internal sealed class CallReporter(SimulatedWebhooks webhooks, CallRecord call, Hook? events)
{
    /// <summary>The target of the call's events; null if there is none.</summary>
    public Hook? Events => events;

    public void Tell(CallEventStatus status) => Send(WebhookType.CallEvent, Event(status.Value));

    public void Answered()
    {
        var payload = Event("answered");
        (payload["start_time"], payload["rate"], payload["network"]) = (null, CallRecord.Text(CallRecord.Rate), CallRecord.Network);
        Send(WebhookType.CallEvent, payload);
    }

    /// <summary>Reports the result of machine detection. This event identifies the call by other fields than all other events.</summary>
    public void Detected(CallEventStatus who, bool hasBeeped)
    {
        var payload = Event(who.Value);
        payload.Remove("uuid");
        payload["call_uuid"] = call.Uuid;
        if (hasBeeped)
            payload["sub_state"] = "beep_start";
        Send(WebhookType.CallEvent, payload);
    }

    /// <summary>Reports why the call was not answered. The response can be awaited.</summary>
    public Task<SentWebhook>? Missed(CallOutcome outcome)
    {
        var payload = Event(outcome.Status.Value);
        if (outcome.Detail is { } detail)
            payload["detail"] = detail.Value;
        if (outcome.SipCode is { } code)
            payload["sip_code"] = code;
        return Send(WebhookType.CallEvent, payload);
    }

    public void Completed(CallDisconnectedBy by)
    {
        var payload = Event("completed");
        (payload["start_time"], payload["end_time"]) = (Times.Milliseconds(call.StartedAt), Times.Milliseconds(call.EndedAt));
        (payload["duration"], payload["rate"], payload["price"]) = (CallRecord.Text(call.Seconds), CallRecord.Text(CallRecord.Rate), CallRecord.Text(call.Price));
        (payload["network"], payload["sip_code"], payload["disconnected_by"]) = (CallRecord.Network, 200, by.Value);
        Send(WebhookType.CallEvent, payload);
    }

    public void Failed(string reason) => Send(WebhookType.CallError, OfConversation(new() { ["reason"] = reason }));

    /// <summary>Reports that the call has moved to the current conversation from another.</summary>
    public void Transferred(string from) => Send(WebhookType.Transfer, new JsonObject
    {
        ["uuid"] = call.Uuid,
        ["conversation_uuid_from"] = from,
        ["conversation_uuid_to"] = call.ConversationUuid,
        ["timestamp"] = webhooks.Time(),
    });

    /// <summary>Reports a finished recording, and its transcription if requested.</summary>
    /// <param name="action">The action of the NCCO that started it.</param>
    /// <param name="startedAt">The start time.</param>
    public void Recorded(JsonObject action, DateTimeOffset startedAt)
    {
        var (id, file) = (Guid.NewGuid().ToString(), NewFile());
        Send(WebhookType.Recording, Hook.Named(action["eventUrl"], action["eventMethod"], HttpMethod.Post, events), OfConversation(new()
        {
            ["start_time"] = Times.Milliseconds(startedAt),
            ["end_time"] = webhooks.Time(),
            ["recording_url"] = file,
            ["size"] = Recording.Size,
            ["recording_uuid"] = id,
        }));
        if (action["transcription"] is not JsonObject transcription)
            return;
        Send(WebhookType.Transcription, Hook.Named(transcription["eventUrl"], transcription["eventMethod"], HttpMethod.Post, events), new JsonObject
        {
            ["conversation_uuid"] = call.ConversationUuid,
            ["recording_uuid"] = id,
            ["status"] = "transcribed",
            ["transcription_url"] = NewFile(),
            ["type"] = "record",
        });
    }

    /// <summary>Sends a webhook of this call. The response, if there is a target, can be awaited.</summary>
    public Task<SentWebhook>? Send(WebhookType kind, Hook? hook, JsonObject payload) =>
        hook is null ? null : webhooks.Send(kind, hook.Url, hook.Method, payload);

    /// <summary>The fields that every webhook of a call contains.</summary>
    public JsonObject Describe() => OfConversation(new()
    {
        ["from"] = CallRecord.NameOf(call.From),
        ["to"] = CallRecord.NameOf(call.To),
        ["uuid"] = call.Uuid,
    });

    public JsonObject OfConversation(JsonObject payload)
    {
        (payload["conversation_uuid"], payload["timestamp"]) = (call.ConversationUuid, webhooks.Time());
        return payload;
    }

    /// <summary>The URL of a file in the simulator.</summary>
    public static string NewFile() => $"https://api.nexmo.com/v1/files/{Guid.NewGuid()}";

    private JsonObject Event(string status)
    {
        var payload = Describe();
        (payload["status"], payload["direction"]) = (status, call.Direction);
        return payload;
    }

    private Task<SentWebhook>? Send(WebhookType kind, JsonObject payload) => Send(kind, events, payload);
}
