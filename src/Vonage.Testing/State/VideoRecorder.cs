using System.Text.Json.Nodes;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.State;

/// <summary>The archives or the broadcasts of sessions.</summary>
/// <param name="kind">The kind, as the webhooks name it.</param>
/// <param name="shared">The state that the APIs share.</param>
/// <param name="reports">Sends the webhooks.</param>
internal sealed class VideoRecorder(string kind, SharedState shared, VideoReports reports)
{
    private static readonly string[] NotReturned = ["layout", "outputs", "transcriptionProperties"];

    private readonly ResourceList _all = new("id");

    /// <summary>All of them, the newest first.</summary>
    public IEnumerable<JsonObject> All => _all.All.Reverse();

    public JsonObject? Find(string? id) => _all.Find(id);

    /// <summary>Determines whether the session has one with the same tag that is running.</summary>
    public bool IsRunning(VideoRoom room, string tagField, string? tag) => Running(room).Any(each => ResourceList.Text(each, tagField) == tag);

    /// <summary>Starts one with the settings of a request.</summary>
    public JsonObject Start(VideoRoom room, JsonObject request)
    {
        var now = shared.Now.ToUnixTimeMilliseconds();
        var made = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["status"] = "started",
            ["sessionId"] = room.Id,
            ["applicationId"] = shared.Account.ApplicationId,
            ["createdAt"] = now,
            ["updatedAt"] = now,
            ["hasAudio"] = true,
            ["hasVideo"] = true,
            ["resolution"] = "640x480",
            ["streamMode"] = "auto",
        };
        ResourceList.Change(made, new JsonObject(request.Where(field => !NotReturned.Contains(field.Key)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))));
        made["streams"] = new JsonArray();
        if (kind == "archive")
            Complete(made, request);
        if (ResourceList.Text(made, "streamMode") == "auto")
            foreach (var stream in room.Streams)
                Put(made, stream.Id, true, stream.HasVideo);
        _all.Add(made);
        reports.Tell(kind, made);
        return made;
    }

    /// <summary>Adds a new stream to those that contain all streams of the session.</summary>
    public void Add(VideoRoom room, VideoStreamRecord stream)
    {
        foreach (var running in Running(room).Where(each => ResourceList.Text(each, "streamMode") == "auto"))
            Put(running, stream.Id, true, stream.HasVideo);
    }

    /// <summary>Adds a stream, or changes which of its media are included.</summary>
    public static void Put(JsonObject running, string streamId, bool hasAudio, bool hasVideo)
    {
        Remove(running, streamId);
        running["streams"]!.AsArray().Add((JsonNode)new JsonObject { ["streamId"] = streamId, ["hasAudio"] = hasAudio, ["hasVideo"] = hasVideo });
    }

    /// <summary>Removes a stream, and returns whether it was there.</summary>
    public static bool Remove(JsonObject running, string streamId)
    {
        var streams = running["streams"]!.AsArray();
        return streams.FirstOrDefault(each => each!["streamId"]!.ToString() == streamId) is { } present && streams.Remove(present);
    }

    /// <summary>Stops one. The file of an archive is available right after.</summary>
    /// <returns>The state before the file was available.</returns>
    public JsonObject Stop(JsonObject running, string reason)
    {
        var now = shared.Now.ToUnixTimeMilliseconds();
        (running["status"], running["updatedAt"]) = ("stopped", now);
        if (kind == "archive")
            running["reason"] = reason;
        reports.Tell(kind, running);
        var stopped = running.DeepClone().AsObject();
        if (kind == "archive")
            Finish(running, now);
        return stopped;
    }

    public void StopAll(VideoRoom room, string reason)
    {
        foreach (var running in Running(room).ToList())
            Stop(running, reason);
    }

    public static void Delete(JsonObject stopped) => (stopped["status"], stopped["url"], stopped["size"]) = ("deleted", null, 0);

    private IEnumerable<JsonObject> Running(VideoRoom room) =>
        _all.All.Where(each => ResourceList.Text(each, "sessionId") == room.Id && ResourceList.Text(each, "status") == "started");

    private static void Complete(JsonObject archive, JsonObject request)
    {
        archive["outputMode"] ??= "composed";
        (archive["reason"], archive["duration"], archive["size"], archive["url"]) = (string.Empty, 0, 0, null);
        if (request["hasTranscription"]?.GetValue<bool>() != true)
            return;
        archive["transcription"] = new JsonObject
        {
            ["status"] = "requested",
            ["primaryLanguageCode"] = request["transcriptionProperties"]?["primaryLanguageCode"]?.ToString() ?? "en-US",
            ["hasSummary"] = request["transcriptionProperties"]?["hasSummary"]?.GetValue<bool>() ?? false,
        };
    }

    private void Finish(JsonObject archive, long now)
    {
        var id = ResourceList.Text(archive, "id");
        var seconds = (now - archive["createdAt"]!.GetValue<long>()) / 1000;
        var file = ResourceList.Text(archive, "outputMode") == "individual" ? "archive.zip" : "archive.mp4";
        (archive["status"], archive["duration"], archive["size"]) = ("available", seconds, seconds * 62_500);
        archive["url"] = shared.AddressOfFile($"archives/{id}/{file}");
        if (archive["transcription"] is JsonObject transcription)
            (transcription["status"], transcription["url"]) = ("available", shared.AddressOfFile($"archives/{id}/transcription.zip"));
        reports.Tell(kind, archive);
    }
}
