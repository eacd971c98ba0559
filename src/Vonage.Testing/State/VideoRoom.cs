using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>A session of the Video API with its clients. The gate of the state protects it.</summary>
/// <param name="id">The ID of the session.</param>
/// <param name="isRelayed">The clients exchange their media directly.</param>
/// <param name="isRecorded">The session is recorded while clients are connected.</param>
internal sealed class VideoRoom(string id, bool isRelayed, bool isRecorded)
{
    public string Id => id;

    public bool IsRelayed => isRelayed;

    public bool IsRecorded => isRecorded;

    public List<VideoClientRecord> Clients { get; } = [];

    public IEnumerable<VideoStreamRecord> Streams => Clients.SelectMany(client => client.Streams);

    /// <summary>Streams that are published start muted.</summary>
    public bool IsMuted { get; set; }

    public VideoClientRecord? Client(string? connectionId) => Clients.Find(client => client.Id == connectionId);

    public VideoStreamRecord? Stream(string? streamId) => Streams.FirstOrDefault(stream => stream.Id == streamId);
}

/// <summary>A client that is connected to a session.</summary>
internal sealed class VideoClientRecord(DateTimeOffset connectedAt, string data)
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public string Data => data;

    public List<VideoStreamRecord> Streams { get; } = [];

    /// <summary>The connection as the API lists it.</summary>
    public JsonObject Describe() => new() { ["connectionId"] = Id, ["connectionState"] = "Connected", ["createdAt"] = connectedAt.ToUnixTimeMilliseconds() };

    /// <summary>The connection as events describe it.</summary>
    public JsonObject DescribeInEvent() => new() { ["id"] = Id, ["createdAt"] = connectedAt.ToUnixTimeMilliseconds(), ["data"] = data };
}

/// <summary>A stream that a client publishes.</summary>
internal sealed class VideoStreamRecord(DateTimeOffset publishedAt, string name, string? videoType)
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public bool HasVideo => videoType is not null;

    public bool IsMuted { get; set; }

    public List<string> LayoutClasses { get; set; } = [];

    /// <summary>The stream as the API lists it.</summary>
    public JsonObject Describe()
    {
        var stream = new JsonObject { ["id"] = Id, ["name"] = name, ["layoutClassList"] = new JsonArray([.. LayoutClasses.Select(each => (JsonNode)each)]) };
        if (videoType is not null)
            stream["videoType"] = videoType;
        return stream;
    }

    /// <summary>The stream as events describe it.</summary>
    public JsonObject DescribeInEvent(VideoClientRecord client)
    {
        var stream = new JsonObject { ["id"] = Id, ["connection"] = client.DescribeInEvent(), ["createdAt"] = publishedAt.ToUnixTimeMilliseconds(), ["name"] = name };
        if (videoType is not null)
            stream["videoType"] = videoType;
        return stream;
    }
}
