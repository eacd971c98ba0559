using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>
/// The Video API: sessions, archives, broadcasts and what joins a session by request. An archive or a broadcast does not need a connected
/// client here.
/// </summary>
internal sealed class VideoState : ApiState
{
    private const int StandardSize = 50;
    private const int MaxBroadcastSeconds = 14400;
    private const int MaxTypeBytes = 128;
    private const string Relayed = "The session is relayed: its media do not pass through the platform";
    private const int MaxDataBytes = 8192;
    private readonly SharedState _shared;
    private readonly VideoSessions _video;
    private readonly ResourceList _captions = new("captionId");
    private readonly ResourceList _composers = new("id");
    private readonly Dictionary<string, (VideoRoom Room, VideoClientRecord Client)> _connectors = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonObject, (VideoRoom Room, VideoClientRecord Client)> _composing = [];

    // Where the webhooks of captions and composers go.
    private readonly Dictionary<JsonObject, Uri?> _targets = [];

    public VideoState(SharedState shared) : base("video")
    {
        (_shared, _video) = (shared, shared.Video);
        On("createSessions", CreateSession);
        OnSession("listStreams", (exchange, room) => exchange.SuccessWith(List(room.Streams.Select(stream => stream.Describe()))));
        OnSession("getStream", (exchange, room) => OfStream(exchange, room, stream => exchange.SuccessWith(stream.Describe())));
        OnSession("updateStreamLayouts", UpdateLayouts);
        OnSession("muteStream", (exchange, room) => OfStream(exchange, room, stream => Mute(exchange, [stream], true)));
        OnSession("muteStreams", MuteAll);
        OnSession("listConnections", ListConnections);
        OnSession("disconnectClient", (exchange, room) => OfClient(exchange, room, client => Disconnect(exchange, room, client)));
        OnSession("migrateSession", (exchange, _) => exchange.Success());
        OnSession("sendSignal", (exchange, _) => Signal(exchange));
        OnSession("sendSignalToConnection", (exchange, room) => OfClient(exchange, room, _ => Signal(exchange)));
        OnSession("playDtmf", (exchange, _) => exchange.Success());
        OnSession("playDtmfToConnection", (exchange, room) => OfClient(exchange, room, _ => exchange.Success()));
        OnRecordings("Archive", "archive_id", _video.Archives, "multiArchiveTag");
        OnOwn("deleteArchive", exchange => Of(exchange, _video.Archives.Find(exchange.Path["archive_id"]), archive => DeleteArchive(exchange, archive)));
        OnRecordings("Broadcast", "broadcast_id", _video.Broadcasts, "multiBroadcastTag");
        OnOwn("startSipCall", exchange => OfToken(exchange, (room, _) => room.IsRelayed ? exchange.Error(409, Relayed) : StartSipCall(exchange, room)));
        OnOwn("startCaptions", exchange => OfToken(exchange, (room, claims) => StartCaptions(exchange, room, claims)));
        OnOwn("getCaptions", exchange => Of(exchange, _captions.Find(exchange.Path["captions_id"]), exchange.SuccessWith));
        OnOwn("stopCaptions", exchange => Of(exchange, _captions.Find(exchange.Path["captions_id"]), captions => StopCaptions(exchange, captions)));
        OnOwn("startAudioConnector", exchange => OfToken(exchange, (room, _) => room.IsRelayed ? exchange.Error(409, Relayed) : StartConnector(exchange, room)));
        OnOwn("stopAudioConnector", StopConnector);
        OnOwn("listExperienceComposers", exchange => Page(exchange, _composers.All.Reverse()));
        OnOwn("startExperienceComposer", exchange => OfToken(exchange, (room, _) => StartComposer(exchange, room)));
        OnOwn("getExperienceComposer", exchange => Of(exchange, _composers.Find(exchange.Path["render_id"]), exchange.SuccessWith));
        OnOwn("stopExperienceComposer", exchange => Of(exchange, _composers.Find(exchange.Path["render_id"]), composer => StopComposer(exchange, composer)));
    }

    private long Now => _shared.Now.ToUnixTimeMilliseconds();

    // ---------------------------------------------------------------- sessions
    private ExchangeResponse CreateSession(Exchange exchange)
    {
        var isRelayed = exchange.Text("p2p.preference") is "enabled" or "always";
        var isRecorded = exchange.Text("archiveMode") == "always";
        if (isRelayed && isRecorded)
            return exchange.Refuse("archiveMode", "can be always only for a routed session");
        var room = _video.Open(isRelayed, isRecorded);
        return exchange.SuccessWith(new JsonArray(new JsonObject
        {
            ["session_id"] = room.Id,
            ["application_id"] = _shared.Account.ApplicationId,
            ["project_id"] = _shared.Account.ApplicationId,
            ["partner_id"] = _shared.Account.ApplicationId,
            ["create_dt"] = _shared.Now.UtcDateTime.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture),
            ["media_server_url"] = string.Empty,
        }));
    }

    private ExchangeResponse UpdateLayouts(Exchange exchange, VideoRoom room)
    {
        foreach (var item in exchange.Body["items"]!.AsArray())
        {
            if (room.Stream(item!["id"]!.ToString()) is not { } stream)
                return exchange.Refuse("items", "contains a stream that the session does not have");
            stream.LayoutClasses = [.. item["layoutClassList"]!.AsArray().Select(each => each!.ToString())];
        }

        return exchange.Success();
    }

    private ExchangeResponse MuteAll(Exchange exchange, VideoRoom room)
    {
        room.IsMuted = exchange.Body["active"]!.GetValue<bool>();
        var left = exchange.Body["excludedStreamIds"]!.AsArray().Select(each => each!.ToString()).ToHashSet(StringComparer.Ordinal);
        if (room.IsMuted)
            Mute(exchange, room.Streams.Where(stream => !left.Contains(stream.Id)), true);
        return exchange.SuccessWith(new JsonObject
        {
            ["applicationId"] = _shared.Account.ApplicationId,
            ["status"] = "ACTIVE",
            ["name"] = "Simulated project",
            ["environment"] = "standard",
            ["createdAt"] = Now,
        });
    }

    private static ExchangeResponse Mute(Exchange exchange, IEnumerable<VideoStreamRecord> streams, bool isMuted)
    {
        foreach (var stream in streams)
            stream.IsMuted = isMuted;
        return exchange.Success();
    }

    private ExchangeResponse ListConnections(Exchange exchange, VideoRoom room)
    {
        var list = List(room.Clients.Select(client => client.Describe()));
        (list["applicationId"], list["sessionId"]) = (_shared.Account.ApplicationId, room.Id);
        return exchange.SuccessWith(list);
    }

    private ExchangeResponse Disconnect(Exchange exchange, VideoRoom room, VideoClientRecord client)
    {
        _video.Leave(room, client, "forceDisconnected");
        return exchange.Success();
    }

    private static ExchangeResponse Signal(Exchange exchange) =>
        Encoding.UTF8.GetByteCount(exchange.Text("type")!) > MaxTypeBytes || Encoding.UTF8.GetByteCount(exchange.Text("data")!) > MaxDataBytes ? exchange.Error(413, $"type is limited to {MaxTypeBytes} bytes, and data to {MaxDataBytes}") : exchange.Success();

    // ---------------------------------------------------------------- archives and broadcasts
    /// <summary>Handles the operations that archives and broadcasts have in common.</summary>
    private void OnRecordings(string name, string id, VideoRecorder recorder, string tagField)
    {
        OnOwn($"list{name}s", exchange => Page(exchange, recorder.All
            .Where(each => (exchange.Query("sessionId") ?? ResourceList.Text(each, "sessionId")) == ResourceList.Text(each, "sessionId"))
            .Where(each => name == "Archive" || IsRunning(each))));
        OnOwn($"start{name}", exchange => Start(exchange, recorder, tagField));
        OnOne($"get{name}", exchange => exchange.SuccessWith);
        OnOne($"stop{name}", exchange => one => IsRunning(one) ? exchange.SuccessWith(recorder.Stop(one, "user initiated")) : exchange.Error(name == "Archive" ? 409 : 404));
        OnOne($"update{name}Layout", exchange => one => UpdateLayout(exchange, one));
        OnOne($"update{name}Streams", exchange => one => UpdateStreams(exchange, one));

        void OnOne(string operation, Func<Exchange, Func<JsonObject, ExchangeResponse>> handler) =>
            OnOwn(operation, exchange => Of(exchange, recorder.Find(exchange.Path[id]), handler(exchange)));
    }

    private ExchangeResponse Start(Exchange exchange, VideoRecorder recorder, string tagField)
    {
        if (_video.Find(exchange.Text("sessionId")) is not { } room)
            return exchange.Error(404);
        if (room.IsRelayed)
            return exchange.Error(409, "The session is relayed, and cannot be recorded or broadcast");
        if (recorder.IsRunning(room, tagField, exchange.Text(tagField)))
            return exchange.Error(409, "The session is already being recorded or broadcast; several at once need different tags");
        var request = exchange.Body.DeepClone().AsObject();
        if (request["outputs"] is not JsonObject outputs)
            return exchange.SuccessWith(recorder.Start(room, request));
        if (Addresses(outputs) is not { Count: > 0 } addresses)
            return exchange.Refuse("outputs", "must have hls or rtmp");
        request["broadcastUrls"] = addresses;
        request["maxDuration"] ??= MaxBroadcastSeconds;
        if (outputs["hls"] is { } hls)
            request["settings"] = new JsonObject { ["hls"] = hls.DeepClone() };
        return exchange.SuccessWith(recorder.Start(room, request));
    }

    private JsonObject Addresses(JsonObject outputs)
    {
        var addresses = new JsonObject();
        if (outputs.ContainsKey("hls"))
            (addresses["hls"], addresses["hlsStatus"]) = (_shared.AddressOfFile("hls/live.m3u8"), "live");
        if (outputs["rtmp"] is JsonArray { Count: > 0 } servers)
            addresses["rtmp"] = new JsonArray([.. servers.Select(Live)]);
        return addresses;
    }

    private static JsonNode Live(JsonNode? server)
    {
        var live = server!.DeepClone();
        live["status"] = "live";
        return live;
    }

    private static ExchangeResponse UpdateLayout(Exchange exchange, JsonObject one)
    {
        if (!IsRunning(one) || ResourceList.Text(one, "outputMode") == "individual")
            return exchange.Error(400, "Only what is running and composed has a layout");
        return exchange.Text("type") == "custom" == exchange.Body.ContainsKey("stylesheet") ? exchange.Success() : exchange.Refuse("stylesheet", "is required for type custom, and not allowed for others");
    }

    private static ExchangeResponse UpdateStreams(Exchange exchange, JsonObject one)
    {
        if (!IsRunning(one) || ResourceList.Text(one, "streamMode") != "manual")
            return exchange.Error(400, "The stream mode is not manual");
        if (exchange.Text("addStream") is { } added)
            VideoRecorder.Put(one, added, exchange.Body["hasAudio"]?.GetValue<bool>() ?? true, exchange.Body["hasVideo"]?.GetValue<bool>() ?? true);
        else if (exchange.Text("removeStream") is not { } removed || !VideoRecorder.Remove(one, removed))
            return exchange.Error(404);
        return exchange.Success();
    }

    private static ExchangeResponse DeleteArchive(Exchange exchange, JsonObject archive)
    {
        if (ResourceList.Text(archive, "status") is not ("available" or "uploaded" or "deleted"))
            return exchange.Error(409, "The archive is still being recorded");
        VideoRecorder.Delete(archive);
        return exchange.Success();
    }

    // ---------------------------------------------------------------- what joins a session by request
    private ExchangeResponse StartSipCall(Exchange exchange, VideoRoom room)
    {
        var client = _video.Enter(room, "sip");
        var hasVideo = exchange.Body["sip"]!["video"]?.GetValue<bool>() == true;
        var stream = _video.Publish(room, client, "sip", hasVideo ? "camera" : null, []);
        return exchange.SuccessWith(new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["connectionId"] = client.Id,
            ["streamId"] = stream.Id,
            ["projectId"] = _shared.Account.ApplicationId,
            ["sessionId"] = room.Id,
            ["createdAt"] = Now,
            ["updatedAt"] = Now,
        });
    }

    private ExchangeResponse StartConnector(Exchange exchange, VideoRoom room)
    {
        var client = _video.Enter(room, "audio connector");
        if (exchange.Body["websocket"]!["bidirectional"]?.GetValue<bool>() == true)
            _video.Publish(room, client, "audio connector", null, []);
        var id = Guid.NewGuid().ToString();
        _connectors[id] = (room, client);
        return exchange.SuccessWith(new JsonObject { ["id"] = id, ["connectionId"] = client.Id });
    }

    private ExchangeResponse StopConnector(Exchange exchange)
    {
        if (!_connectors.Remove(exchange.Path["call_id"], out var connector))
            return exchange.Error(404);
        _video.Leave(connector.Room, connector.Client, "clientDisconnected");
        return exchange.Success();
    }

    private ExchangeResponse StartCaptions(Exchange exchange, VideoRoom room, JsonObject claims)
    {
        if (claims["role"]?.ToString() != "moderator")
            return exchange.Error(403, "The token does not have the role moderator");
        if (room.IsRelayed)
            return exchange.Error(400, "Captions are only available in routed sessions");
        if (_captions.All.Any(each => ResourceList.Text(each, "sessionId") == room.Id && IsRunning(each)))
            return exchange.Error(409, "The session already has captions");
        var captions = _captions.Add(new JsonObject
        {
            ["captionId"] = Guid.NewGuid().ToString(),
            ["applicationId"] = _shared.Account.ApplicationId,
            ["sessionId"] = room.Id,
            ["status"] = "started",
            ["createdAt"] = Now,
            ["updatedAt"] = Now,
            ["duration"] = 0,
            ["languageCode"] = (exchange.Text("languageCode") ?? "en-US").ToLowerInvariant(),
            ["provider"] = "aws-transcribe",
        });
        _targets[captions] = _video.Reports.CaptionsTarget(exchange.Text("statusCallbackUrl"));
        Tell(WebhookType.CaptionsStatus, captions);
        return exchange.SuccessWith(new JsonObject { ["captionsId"] = ResourceList.Text(captions, "captionId") });
    }

    private ExchangeResponse StopCaptions(Exchange exchange, JsonObject captions)
    {
        if (!IsRunning(captions))
            return exchange.Error(404);
        (captions["status"], captions["updatedAt"], captions["duration"]) = ("stopped", Now, (Now - captions["createdAt"]!.GetValue<long>()) / 1000);
        Tell(WebhookType.CaptionsStatus, captions);
        return exchange.Success();
    }

    private ExchangeResponse StartComposer(Exchange exchange, VideoRoom room)
    {
        var name = exchange.Body["properties"]?["name"]?.ToString() ?? string.Empty;
        var client = _video.Enter(room, "experience composer");
        var stream = _video.Publish(room, client, name, "custom", []);
        var composer = _composers.Add(new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString("N"),
            ["sessionId"] = room.Id,
            ["applicationId"] = _shared.Account.ApplicationId,
            ["createdAt"] = Now,
            ["updatedAt"] = Now,
            ["name"] = name,
            ["url"] = exchange.Text("url"),
            ["resolution"] = exchange.Text("resolution") ?? "640x480",
            ["status"] = "starting",
            ["streamId"] = stream.Id,
        });
        _composing[composer] = (room, client);
        _targets[composer] = _video.Reports.ComposerTarget(exchange.Text("statusCallbackUrl"));
        var reply = exchange.SuccessWith(composer);
        composer["status"] = "started";
        Tell(WebhookType.ExperienceComposerStatus, composer);
        return reply;
    }

    private ExchangeResponse StopComposer(Exchange exchange, JsonObject composer)
    {
        if (!_composing.Remove(composer, out var composing))
            return exchange.Error(404);
        (composer["status"], composer["updatedAt"], composer["reason"]) = ("stopped", Now, "user initiated");
        Tell(WebhookType.ExperienceComposerStatus, composer);
        _video.Leave(composing.Room, composing.Client, "clientDisconnected");
        return exchange.Success();
    }

    private void Tell(WebhookType type, JsonObject resource) => _video.Reports.Tell(type, _targets[resource], resource);

    // ---------------------------------------------------------------- what the operations have in common
    /// <summary>Handles an operation on the application of the token.</summary>
    private void OnOwn(string operation, Func<Exchange, ExchangeResponse> handler) =>
        On(operation, exchange => exchange.Path["application_id"] == _shared.ApplicationOf(exchange.Request) ? handler(exchange) : exchange.Error(403, "The token is for another application"));

    private void OnSession(string operation, Func<Exchange, VideoRoom, ExchangeResponse> handler) =>
        OnOwn(operation, exchange => _video.Find(exchange.Path["session_id"]) is { } room ? handler(exchange, room) : exchange.Error(404));

    private ExchangeResponse OfToken(Exchange exchange, Func<VideoRoom, JsonObject, ExchangeResponse> handler)
    {
        if (_video.Find(exchange.Text("sessionId")) is not { } room)
            return exchange.Error(404);
        return _video.Refuse(exchange.Text("token"), room, out var claims) is { } error ? exchange.Error(403, error) : handler(room, claims);
    }

    private static ExchangeResponse Of(Exchange exchange, JsonObject? resource, Func<JsonObject, ExchangeResponse> handler) =>
        resource is not null ? handler(resource) : exchange.Error(404);

    private static ExchangeResponse OfStream(Exchange exchange, VideoRoom room, Func<VideoStreamRecord, ExchangeResponse> handler) =>
        room.Stream(exchange.Path["stream_id"]) is { } stream ? handler(stream) : exchange.Error(404);

    private static ExchangeResponse OfClient(Exchange exchange, VideoRoom room, Func<VideoClientRecord, ExchangeResponse> handler) =>
        room.Client(exchange.Path["connection_id"]) is { } client ? handler(client) : exchange.Error(404);

    private static bool IsRunning(JsonObject resource) => ResourceList.Text(resource, "status") == "started";

    private static JsonObject List(IEnumerable<JsonObject> items)
    {
        var list = new JsonArray([.. items]);
        return new JsonObject { ["count"] = list.Count, ["items"] = list };
    }

    private static ExchangeResponse Page(Exchange exchange, IEnumerable<JsonObject> resources)
    {
        var all = resources.ToList();
        var page = List(all.Skip(Number("offset", 0)).Take(Number("count", StandardSize)).Select(each => each.DeepClone().AsObject()));
        page["count"] = all.Count;
        return exchange.SuccessWith(page);

        int Number(string name, int standard) => int.TryParse(exchange.Query(name), CultureInfo.InvariantCulture, out var number) ? number : standard;
    }
}
