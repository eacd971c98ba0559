using System.Text.Json;
using System.Text.Json.Nodes;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>Sends the events of video sessions (Video API).</summary>
internal sealed class VideoReports(SimulatedWebhooks webhooks, string applicationId)
{
    /// <summary>Reports that a client connected; the first one starts the session.</summary>
    public void Connected(VideoRoom room, VideoClientRecord client)
    {
        if (room.Clients.Count == 1)
            Tell(room, "sessionCreated");
        Tell(room, "connectionCreated", ("connection", client.DescribeInEvent()));
    }

    /// <summary>Reports that a client disconnected; the last one ends the session.</summary>
    public void Disconnected(VideoRoom room, VideoClientRecord client, string reason)
    {
        Tell(room, "connectionDestroyed", ("reason", reason), ("connection", client.DescribeInEvent()));
        if (room.Clients.Count == 0)
            Tell(room, "sessionDestroyed");
    }

    public void Published(VideoRoom room, VideoClientRecord client, VideoStreamRecord stream) => Tell(room, "streamCreated", ("stream", stream.DescribeInEvent(client)));

    public void Unpublished(VideoRoom room, VideoClientRecord client, VideoStreamRecord stream, string reason) =>
        Tell(room, "streamDestroyed", ("reason", reason), ("stream", stream.DescribeInEvent(client)));

    /// <summary>Reports the status of an archive or a broadcast.</summary>
    public void Tell(string kind, JsonObject resource)
    {
        var payload = resource.DeepClone().AsObject();
        payload["event"] = kind;
        Send(WebhookType.VideoEvent, webhooks.VideoEvent ?? Linked($"{kind}_status"), payload);
    }

    /// <summary>Reports the status of captions or an Experience Composer.</summary>
    public void Tell(WebhookType type, Uri? url, JsonObject resource) => Send(type, url, resource.DeepClone().AsObject());

    /// <summary>The URL for the statuses of captions: that of the request, or the standard one.</summary>
    public Uri? CaptionsTarget(string? own) => Hook.Local(own) ?? webhooks.CaptionsStatus ?? Linked("captions_status");

    /// <summary>The URL for the statuses of an Experience Composer: that of the request, or the standard one.</summary>
    public Uri? ComposerTarget(string? own) => Hook.Local(own) ?? webhooks.ExperienceComposerStatus ?? Linked("render_status");

    private void Tell(VideoRoom room, string kind, params (string Name, JsonNode Value)[] more)
    {
        var payload = new JsonObject { ["event"] = kind, ["sessionId"] = room.Id, ["projectId"] = applicationId, ["timestamp"] = webhooks.Now.ToUnixTimeMilliseconds() };
        foreach (var (name, value) in more)
            payload[name] = value;
        Send(WebhookType.VideoEvent, webhooks.VideoEvent ?? Linked(JsonNamingPolicy.SnakeCaseLower.ConvertName(kind)), payload);
    }

    private Uri? Linked(string webhook) => webhooks.Linked.OfApplication(applicationId, "video", webhook, HttpMethod.Post)?.Url;

    private void Send(WebhookType type, Uri? url, JsonObject payload)
    {
        if (url is not null)
            webhooks.Send(type, url, HttpMethod.Post, payload);
    }
}
