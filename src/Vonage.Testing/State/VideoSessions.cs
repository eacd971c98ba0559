using System.Text.Json.Nodes;
using Vonage.Testing.Authentication;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.State;

/// <summary>The sessions of the Video API: clients enter, publish and leave, and the webhooks tell of it.</summary>
internal sealed class VideoSessions
{
    private readonly SharedState _shared;
    private readonly List<VideoRoom> _rooms = [];

    public VideoSessions(SharedState shared)
    {
        _shared = shared;
        Reports = new VideoReports(shared.Webhooks, shared.Account.ApplicationId);
        Archives = new VideoRecorder("archive", shared, Reports);
        Broadcasts = new VideoRecorder("broadcast", shared, Reports);
    }

    public VideoReports Reports { get; }

    public VideoRecorder Archives { get; }

    public VideoRecorder Broadcasts { get; }

    public VideoRoom? Find(string? sessionId) => _rooms.Find(room => room.Id == sessionId);

    public VideoRoom Open(bool isRelayed, bool isRecorded)
    {
        var room = new VideoRoom($"2_{Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_')}", isRelayed, isRecorded);
        _rooms.Add(room);
        return room;
    }

    /// <summary>Gets what is wrong with the client token for a session; null if nothing is.</summary>
    public string? Refuse(string? token, VideoRoom? room, out JsonObject claims)
    {
        if (ApplicationToken.Check(token ?? string.Empty, _shared.Applications, _shared.Now, null, out claims) is { } error)
            return error;
        if (claims["scope"]?.ToString() != "session.connect")
            return "The token is not a client token (scope).";
        return room is null || claims["session_id"]?.ToString() == room.Id ? null : "The token is for another session.";
    }

    public VideoClientRecord Enter(VideoRoom room, string data = "")
    {
        var client = new VideoClientRecord(_shared.Now, data);
        room.Clients.Add(client);
        Reports.Connected(room, client);
        if (room.IsRecorded && room.Clients.Count == 1)
            Archives.Start(room, new JsonObject());
        return client;
    }

    public VideoStreamRecord Publish(VideoRoom room, VideoClientRecord client, string name, string? videoType, IEnumerable<string> layoutClasses)
    {
        var stream = new VideoStreamRecord(_shared.Now, name, videoType) { IsMuted = room.IsMuted, LayoutClasses = [.. layoutClasses] };
        client.Streams.Add(stream);
        Reports.Published(room, client, stream);
        Archives.Add(room, stream);
        Broadcasts.Add(room, stream);
        return stream;
    }

    public void Unpublish(VideoRoom room, VideoClientRecord client, VideoStreamRecord stream, string reason)
    {
        if (client.Streams.Remove(stream))
            Reports.Unpublished(room, client, stream, reason);
    }

    public void Leave(VideoRoom room, VideoClientRecord client, string reason)
    {
        foreach (var stream in client.Streams.ToList())
            Unpublish(room, client, stream, reason);
        if (!room.Clients.Remove(client))
            return;
        Reports.Disconnected(room, client, reason);
        if (room.Clients.Count == 0)
            Archives.StopAll(room, "session ended");
    }
}
