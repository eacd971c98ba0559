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
        Send(WebhookType.VideoEvent, webhooks.VideoEvent, payload);
    }

    /// <summary>Reports the status of captions or an Experience Composer to the URL of the request, or to the standard one.</summary>
    public void Tell(WebhookType type, Uri? url, JsonObject resource) => Send(type, url, resource.DeepClone().AsObject());

    private void Tell(VideoRoom room, string kind, params (string Name, JsonNode Value)[] more)
    {
        var payload = new JsonObject { ["event"] = kind, ["sessionId"] = room.Id, ["projectId"] = applicationId, ["timestamp"] = webhooks.Now.ToUnixTimeMilliseconds() };
        foreach (var (name, value) in more)
            payload[name] = value;
        Send(WebhookType.VideoEvent, webhooks.VideoEvent, payload);
    }

    private void Send(WebhookType type, Uri? url, JsonObject payload)
    {
        if (url is not null)
            webhooks.Send(type, url, HttpMethod.Post, payload);
    }
}
