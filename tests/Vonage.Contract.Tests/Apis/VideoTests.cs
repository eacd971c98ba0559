using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.Testing;
using Vonage.Video;

namespace Vonage.Contract.Tests.Apis;

public class VideoTests : SimulatedApi
{
    private static readonly Uri Page = new("https://example.com/");

    // ---------------------------------------------------------------- client tokens
    [Test]
    public async Task A_client_token_has_the_claims_that_client_SDKs_need()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var session = await SessionAsync();
        var claims = Read(Vonage.Video.CreateClientToken(session, new() { Role = ClientRole.Moderator, ConnectionData = "name=Älice", LayoutClasses = { "full", "instructor" }, Lifetime = TimeSpan.FromDays(30) }));
        var issued = (long)claims["iat"]!;
        Assert.That(issued, Is.GreaterThanOrEqualTo(before));
        Assert.That(claims["jti"]!.ToString(), Is.Not.Empty);
        claims.Remove("jti");
        Assert.That(claims, Is.EqualTo(new JObject
        {
            ["application_id"] = Simulator.ApplicationId,
            ["iat"] = issued,
            ["exp"] = issued + (30 * 24 * 60 * 60),
            ["sub"] = "video",
            ["acl"] = new JObject { ["paths"] = new JObject { ["/session/**"] = new JObject() } },
            ["scope"] = "session.connect",
            ["session_id"] = session,
            ["role"] = "moderator",
            ["connection_data"] = "name=Älice",
            ["initial_layout_class_list"] = "full instructor",
        }).Using<JToken>(JToken.DeepEquals), claims.ToString());
    }

    [TestCase(ClientRole.Publisher, "publisher")]
    [TestCase(ClientRole.Subscriber, "subscriber")]
    [TestCase(ClientRole.PublisherOnly, "publisheronly")]
    [TestCase(ClientRole.Moderator, "moderator")]
    public void A_client_token_states_the_role(ClientRole role, string claim) => Assert.That(Read(Vonage.Video.CreateClientToken("2_one", new() { Role = role }))["role"]!.ToString(), Is.EqualTo(claim));

    [Test]
    public void A_client_token_is_for_a_publisher_and_24_hours_by_default()
    {
        var claims = Read(Vonage.Video.CreateClientToken("2_one"));
        Assert.That(claims["role"]!.ToString(), Is.EqualTo("publisher"));
        Assert.That((long)claims["exp"]! - (long)claims["iat"]!, Is.EqualTo(24 * 60 * 60));
        Assert.That(claims.Properties().Select(claim => claim.Name), Has.None.EqualTo("connection_data").And.None.EqualTo("initial_layout_class_list").And.None.EqualTo("nbf"));
    }

    [Test]
    public void A_client_token_that_Vonage_would_refuse_is_not_made()
    {
        Refused(null!, new(), "sessionId");
        Refused("", new(), "sessionId");
        Refused("2_one", new() { Role = (ClientRole)7 }, "Role");
        Refused("2_one", new() { Lifetime = TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1) }, "30 days");
        Refused("2_one", new() { Lifetime = TimeSpan.Zero }, "Lifetime");
        Refused("2_one", new() { ConnectionData = new string('x', 1001) }, "ConnectionData");
        Refused("2_one", new() { LayoutClasses = { "full instructor" } }, "LayoutClasses");
        Refused("2_one", new() { LayoutClasses = { "" } }, "LayoutClasses");
        Assert.That(() => Vonage.Video.CreateClientToken("2_one", new() { ConnectionData = new string('x', 1000), Lifetime = TimeSpan.FromSeconds(1) }), Throws.Nothing);

        void Refused(string session, ClientTokenOptions options, string told) =>
            Assert.That(() => Vonage.Video.CreateClientToken(session, options), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains(told));
    }

    [Test]
    public void A_client_token_needs_an_application() =>
        Assert.That(() => new VonageClient(VonageCredentials.FromApiKey("abcd1234", "secret")).Video.CreateClientToken("2_one"), Throws.InstanceOf<MissingCredentialsException>());

    [Test]
    public async Task Without_an_application_no_request_is_made()
    {
        var vonage = new VonageClient(VonageCredentials.FromApiKey("abcd1234", "secret"));
        await Assert.ThatAsync(() => vonage.Video.GetArchiveAsync("one"), Throws.InstanceOf<MissingCredentialsException>().With.Message.Contains("VonageCredentials.FromApplication"));
        await Assert.ThatAsync(() => vonage.Video.CreateSessionAsync(), Throws.InstanceOf<MissingCredentialsException>());
    }

    [Test]
    public async Task The_credentials_of_a_request_say_for_which_application_it_is()
    {
        var other = VonageCredentials.FromApplication("11111111-2222-3333-4444-555555555555", Simulator.PrivateKeyPem);
        await Assert.ThatAsync(() => Vonage.Video.ListStreamsAsync("2_one", new RequestOptions { Credentials = other }), Throws.InstanceOf<VonageApiException>());
        Assert.That(Simulator.Requests.Single().Path, Is.EqualTo("/v2/project/11111111-2222-3333-4444-555555555555/session/2_one/stream"));
    }

    // ---------------------------------------------------------------- what is checked before anything is sent
    [Test]
    public async Task A_session_that_is_always_recorded_is_routed()
    {
        await RefusedAsync("archiveMode", () => Vonage.Video.CreateSessionAsync(new() { ArchiveMode = ArchiveMode.Always, MediaMode = MediaMode.Relayed }));
        await RefusedAsync("archiveMode", () => Vonage.Video.CreateSessionAsync(new() { ArchiveMode = ArchiveMode.Always, MediaMode = MediaMode.AlwaysRelayed }));
        foreach (var location in new[] { "10.1", "London", "256.1.1.1", "::1", "" })
            await RefusedAsync("location", () => Vonage.Video.CreateSessionAsync(new() { Location = location }));
        Assert.That(Simulator.Requests, Is.Empty);
        await Vonage.Video.CreateSessionAsync(new() { ArchiveMode = ArchiveMode.Always, MediaMode = MediaMode.Routed, Location = "10.1.200.30" });
        await Vonage.Video.CreateSessionAsync(new() { ArchiveMode = ArchiveMode.Manual, MediaMode = MediaMode.Relayed });
    }

    [Test]
    public async Task A_response_without_a_session_is_an_error()
    {
        Simulator.Respond("video.createSessions", new global::Vonage.Simulation.SimulatedResponse { StatusCode = 200, Body = "[]" });
        Assert.That((await FailingAsync(() => Vonage.Video.CreateSessionAsync(), 200)).Message, Does.Contain("no session"));
    }

    [Test]
    public async Task An_archive_that_contradicts_itself_is_not_started()
    {
        await RefusedAsync("hasAudio", () => Start(new("s") { HasAudio = false, HasVideo = false }));
        await RefusedAsync("maxBitrate", () => Start(new("s") { MaxBitrate = 200_000, QuantizationParameter = 20 }));
        await RefusedAsync("maxBitrate", () => Start(new("s") { MaxBitrate = 99_999 }));
        await RefusedAsync("quantizationParameter", () => Start(new("s") { QuantizationParameter = 41 }));
        await RefusedAsync("hasTranscription", () => Start(new("s") { HasTranscription = true }));
        await RefusedAsync("transcriptionProperties", () => Start(new("s") { OutputMode = ArchiveOutputMode.Individual, TranscriptionProperties = new() }));
        await RefusedAsync("layout", () => Start(new("s") { OutputMode = ArchiveOutputMode.Individual, Layout = VideoLayout.BestFit() }));
        await RefusedAsync("resolution", () => Start(new("s") { OutputMode = ArchiveOutputMode.Individual, Resolution = VideoResolution.HdPortrait }));
        await RefusedAsync("quantizationParameter", () => Start(new("s") { OutputMode = ArchiveOutputMode.Individual, QuantizationParameter = 20 }));
        Assert.That(Simulator.Requests, Is.Empty);

        Task Start(StartArchiveRequest request) => Vonage.Video.StartArchiveAsync(request);
    }

    [Test]
    public async Task A_layout_has_a_style_sheet_exactly_if_it_is_custom()
    {
        await RefusedAsync("stylesheet", () => Vonage.Video.UpdateArchiveLayoutAsync("one", new(LayoutType.Custom)));
        await RefusedAsync("stylesheet", () => Vonage.Video.UpdateArchiveLayoutAsync("one", new(LayoutType.PictureInPicture) { Stylesheet = "stream {}" }));
        await RefusedAsync("screenshareType", () => Vonage.Video.UpdateBroadcastLayoutAsync("one", new(LayoutType.PictureInPicture) { ScreenShareType = LayoutType.BestFit }));
        await RefusedAsync("addStream", () => Vonage.Video.UpdateArchiveStreamsAsync("one", new()));
        await RefusedAsync("addStream", () => Vonage.Video.UpdateArchiveStreamsAsync("one", new() { AddStream = "a", RemoveStream = "b" }));
        await RefusedAsync("removeStream", () => Vonage.Video.UpdateBroadcastStreamsAsync("one", new() { RemoveStream = "b", HasAudio = false }));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task A_broadcast_has_an_output_that_is_possible()
    {
        await RefusedAsync("outputs", () => Vonage.Video.StartBroadcastAsync(new("s", new())));
        await RefusedAsync("dvr", () => Vonage.Video.StartBroadcastAsync(new("s", new() { Hls = new() { HasDvr = true, HasLowLatency = true } })));
        await RefusedAsync("rtmp", () => Vonage.Video.StartBroadcastAsync(new("s", new() { Rtmp = { Rtmp(), Rtmp(), Rtmp(), Rtmp(), Rtmp(), Rtmp() } })));
        await RefusedAsync("maxDuration", () => Vonage.Video.StartBroadcastAsync(new("s", new() { Hls = new() }) { MaxDuration = TimeSpan.FromHours(11) }));
        await RefusedAsync("hasAudio", () => Vonage.Video.StartBroadcastAsync(new("s", new() { Hls = new() }) { HasAudio = false, HasVideo = false }));
        Assert.That(Simulator.Requests, Is.Empty);

        static RtmpOutput Rtmp() => new(new("rtmps://example.com/app"), "key");
    }

    [Test]
    public async Task Signals_are_limited_in_bytes_and_tones_in_kind()
    {
        await RefusedAsync("type", () => Vonage.Video.SendSignalAsync("s", new(new string('ä', 65), "x")));
        await RefusedAsync("data", () => Vonage.Video.SendSignalToConnectionAsync("s", "c", new("chat", new string('ä', 4097))));
        await RefusedAsync("digits", () => Vonage.Video.PlayDtmfAsync("s", new("12a")));
        await RefusedAsync("digits", () => Vonage.Video.PlayDtmfToConnectionAsync("s", "c", new("")));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task What_joins_a_session_has_an_address_of_its_kind()
    {
        await RefusedAsync("uri", () => Vonage.Video.StartSipCallAsync(new("s", "t", new(new("https://example.com")))));
        await RefusedAsync("headers", () => Vonage.Video.StartSipCallAsync(new("s", "t", new(new("sip:user@example.com")) { Headers = { ["From"] = "x" } })));
        await RefusedAsync("uri", () => Vonage.Video.StartAudioConnectorAsync(new("s", "t", new(new("https://example.com")))));
        await RefusedAsync("uri", () => Vonage.Video.StartAudioConnectorAsync(new("s", "t", new(new("/ws", UriKind.Relative)))));
        await RefusedAsync("headers", () => Vonage.Video.StartAudioConnectorAsync(new("s", "t", new(new("wss://example.com")) { Headers = { ["x"] = new string('x', 512) } })));
        await RefusedAsync("encoding", () => Vonage.Video.StartAudioConnectorAsync(new("s", "t", new(new("wss://example.com")) { AudioTransport = new() { Format = AudioTransportFormat.Json } })));
        await RefusedAsync("url", () => Vonage.Video.StartExperienceComposerAsync(new("s", "t", new("http://a.b"))));
        await RefusedAsync("maxDuration", () => Vonage.Video.StartCaptionsAsync(new("s", "t") { MaxDuration = TimeSpan.FromMinutes(1) }));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    // ---------------------------------------------------------------- participants
    [Test]
    public async Task A_participant_is_listed_muted_and_disconnected()
    {
        var session = await SessionAsync();
        var alice = await JoinAsync(session, new() { ConnectionData = "name=Alice", LayoutClasses = { "full" } });
        var bob = await JoinAsync(session, new() { Role = ClientRole.Subscriber });
        var camera = await alice.PublishAsync("Alice", VideoType.Camera);
        var voice = await alice.PublishAsync();

        Assert.That((await Vonage.Video.ListConnectionsAsync(session)).Select(c => c.ConnectionId), Is.EqualTo([alice.ConnectionId, bob.ConnectionId]));
        var streams = await Vonage.Video.ListStreamsAsync(session);
        Assert.That(streams.Select(s => (s.Id, s.Name, s.VideoType, s.LayoutClasses.Single())), Is.EqualTo([(camera, "Alice", VideoType.Camera, "full"), (voice, "", (VideoType?)null, "full")]));

        await Vonage.Video.MuteStreamsAsync(session, new(true) { ExcludedStreamIds = { voice } });
        Assert.That((alice.IsMuted(camera), alice.IsMuted(voice), alice.IsMuted(await alice.PublishAsync())), Is.EqualTo((true, false, true)));
        await Vonage.Video.MuteStreamAsync(session, voice);
        Assert.That(alice.IsMuted(voice), Is.True);

        await Vonage.Video.DisconnectClientAsync(session, alice.ConnectionId);
        Assert.That((alice.IsConnected, bob.IsConnected), Is.EqualTo((false, true)));
        Assert.That(await Vonage.Video.ListStreamsAsync(session), Is.Empty);
        await FailingAsync(() => Vonage.Video.DisconnectClientAsync(session, alice.ConnectionId), 404);
        await FailingAsync(() => Vonage.Video.GetStreamAsync(session, camera), 404);
        await FailingAsync(() => Vonage.Video.ListStreamsAsync("2_other"), 404);
        Assert.That(() => bob.PublishAsync(), Throws.InvalidOperationException.With.Message.Contains("subscriber"));
    }

    [Test]
    public async Task A_token_for_something_else_does_not_let_a_client_in()
    {
        var session = await SessionAsync();
        await Assert.ThatAsync(() => Simulator.Webhooks.JoinVideoSessionAsync(Vonage.Jwt.Generate()), Throws.ArgumentException.With.Message.Contains("scope"));
        await Assert.ThatAsync(() => JoinAsync("2_other"), Throws.ArgumentException.With.Message.Contains("session"));
        await Assert.ThatAsync(() => Simulator.Webhooks.JoinVideoSessionAsync("no token"), Throws.ArgumentException.With.Message.Contains("JWT"));
        var error = await FailingAsync(() => Vonage.Video.StartCaptionsAsync(new(session, Token(session))), 403);
        Assert.That(error.Message, Does.Contain("moderator"));
        var other = await SessionAsync();
        await FailingAsync(() => Vonage.Video.StartSipCallAsync(new(session, Token(other), new(new("sip:user@example.com")))), 403);
    }

    // ---------------------------------------------------------------- archives and broadcasts
    [Test]
    public async Task An_archive_is_available_after_it_was_stopped()
    {
        var session = await SessionAsync();
        var alice = await JoinAsync(session);
        var stream = await alice.PublishAsync("", VideoType.Screen);
        var archive = await Vonage.Video.StartArchiveAsync(new(session) { Name = "Foo", MultiArchiveTag = "a" });
        Assert.That((archive.Status, archive.OutputMode, archive.Streams.Single().StreamId), Is.EqualTo((ArchiveStatus.Started, (ArchiveOutputMode?)ArchiveOutputMode.Composed, stream)));
        Assert.That((await FailingAsync(() => Vonage.Video.StartArchiveAsync(new(session) { MultiArchiveTag = "a" }), 409)).Message, Does.Contain("15001").Or.Contain("already composed"));
        await Vonage.Video.StartArchiveAsync(new(session) { MultiArchiveTag = "b" });
        await FailingAsync(() => Vonage.Video.DeleteArchiveAsync(archive.Id), 409);
        await FailingAsync(() => Vonage.Video.UpdateArchiveStreamsAsync(archive.Id, StreamChange.Remove(stream)), 400);

        Assert.That((await Vonage.Video.StopArchiveAsync(archive.Id)).Status, Is.EqualTo(ArchiveStatus.Stopped));
        var stopped = await Vonage.Video.GetArchiveAsync(archive.Id);
        Assert.That((stopped.Status, stopped.Reason, stopped.Url?.Segments[^1]), Is.EqualTo((ArchiveStatus.Available, "user initiated", "archive.mp4")));
        await FailingAsync(() => Vonage.Video.StopArchiveAsync(archive.Id), 409);
        await FailingAsync(() => Vonage.Video.UpdateArchiveLayoutAsync(archive.Id, VideoLayout.BestFit()), 400);
        await Vonage.Video.DeleteArchiveAsync(archive.Id);
        Assert.That((await Vonage.Video.GetArchiveAsync(archive.Id)).Status, Is.EqualTo(ArchiveStatus.Deleted));
    }

    [Test]
    public async Task Archives_are_listed_newest_first_over_all_pages()
    {
        var session = await SessionAsync();
        foreach (var name in new[] { "0", "1", "2", "3", "4" })
            await Vonage.Video.StartArchiveAsync(new(session) { Name = name, MultiArchiveTag = name });
        await Vonage.Video.StartArchiveAsync(new(await SessionAsync()) { Name = "other" });
        Assert.That((await AllAsync(Vonage.Video.ListArchivesAsync(new() { PageSize = 2, SessionId = session }))).Select(a => a.Name), Is.EqualTo(["4", "3", "2", "1", "0"]));
        Assert.That(await AllAsync(Vonage.Video.ListArchivesAsync()), Has.Count.EqualTo(6));
    }

    [Test]
    public async Task An_individual_archive_has_a_transcript_on_request()
    {
        var archive = await Vonage.Video.StartArchiveAsync(new(await SessionAsync())
        {
            OutputMode = ArchiveOutputMode.Individual,
            HasTranscription = true,
            TranscriptionProperties = new() { PrimaryLanguage = TranscriptionLanguage.DeDE },
        });
        Assert.That((archive.Transcription!.Status, archive.Transcription.PrimaryLanguage), Is.EqualTo((ArchiveTranscriptionStatus.Requested, (TranscriptionLanguage?)TranscriptionLanguage.DeDE)));
        await Vonage.Video.StopArchiveAsync(archive.Id);
        var available = await Vonage.Video.GetArchiveAsync(archive.Id);
        Assert.That((available.Transcription!.Status, available.Url!.Segments[^1]), Is.EqualTo((ArchiveTranscriptionStatus.Available, "archive.zip")));
    }

    [Test]
    public async Task A_session_in_the_mode_always_is_recorded_from_the_first_client_to_the_last()
    {
        var session = (await Vonage.Video.CreateSessionAsync(new() { ArchiveMode = ArchiveMode.Always })).SessionId;
        Assert.That(await AllAsync(Vonage.Video.ListArchivesAsync()), Is.Empty);
        var alice = await JoinAsync(session);
        Assert.That((await AllAsync(Vonage.Video.ListArchivesAsync())).Single().Status, Is.EqualTo(ArchiveStatus.Started));
        await alice.LeaveAsync();
        var archive = (await AllAsync(Vonage.Video.ListArchivesAsync())).Single();
        Assert.That((archive.Status, archive.Reason), Is.EqualTo((ArchiveStatus.Available, "session ended")));
    }

    [Test]
    public async Task A_relayed_session_cannot_be_recorded_broadcast_or_dialled_into()
    {
        var session = (await Vonage.Video.CreateSessionAsync(new() { MediaMode = MediaMode.Relayed })).SessionId;
        await FailingAsync(() => Vonage.Video.StartArchiveAsync(new(session)), 409);
        await FailingAsync(() => Vonage.Video.StartBroadcastAsync(new(session, new() { Hls = new() })), 409);
        await FailingAsync(() => Vonage.Video.StartSipCallAsync(new(session, Token(session), new(new("sip:user@example.com")))), 409);
        await FailingAsync(() => Vonage.Video.StartAudioConnectorAsync(new(session, Token(session), new(new("wss://example.com")))), 409);
    }

    [Test]
    public async Task A_broadcast_is_listed_while_it_runs()
    {
        var broadcast = await Vonage.Video.StartBroadcastAsync(new(await SessionAsync(), new() { Hls = new() { HasDvr = true } }) { StreamMode = StreamMode.Manual });
        Assert.That((broadcast.MaxDuration, broadcast.Settings!.Hls!.HasDvr), Is.EqualTo(((TimeSpan?)TimeSpan.FromHours(4), (bool?)true)));
        await Vonage.Video.UpdateBroadcastStreamsAsync(broadcast.Id, StreamChange.Add("one", hasVideo: false));
        var running = (await AllAsync(Vonage.Video.ListBroadcastsAsync())).Single().Streams.Single();
        Assert.That((running.StreamId, running.HasAudio, running.HasVideo), Is.EqualTo(("one", (bool?)true, (bool?)false)));
        await Vonage.Video.UpdateBroadcastStreamsAsync(broadcast.Id, StreamChange.Remove("one"));
        await FailingAsync(() => Vonage.Video.UpdateBroadcastStreamsAsync(broadcast.Id, StreamChange.Remove("one")), 404);

        Assert.That((await Vonage.Video.StopBroadcastAsync(broadcast.Id)).Status, Is.EqualTo(BroadcastStatus.Stopped));
        Assert.That(await AllAsync(Vonage.Video.ListBroadcastsAsync()), Is.Empty);
        Assert.That((await Vonage.Video.GetBroadcastAsync(broadcast.Id)).Streams, Is.Empty);
    }

    // ---------------------------------------------------------------- what joins a session by request
    [Test]
    public async Task A_call_a_connector_and_a_composer_are_clients_until_they_are_stopped()
    {
        var session = await SessionAsync();
        var call = await Vonage.Video.StartSipCallAsync(new(session, Token(session), new(new("sip:user@example.com"))));
        var connector = await Vonage.Video.StartAudioConnectorAsync(new(session, Token(session), new(new("wss://example.com")) { IsBidirectional = true }));
        var composer = await Vonage.Video.StartExperienceComposerAsync(new(session, Token(session), Page) { Stream = new("Slides") });
        Assert.That((await Vonage.Video.ListStreamsAsync(session)).Select(s => s.VideoType), Is.EqualTo(new VideoType?[] { null, null, VideoType.Custom }));
        Assert.That((await Vonage.Video.ListConnectionsAsync(session)).Select(c => c.ConnectionId), Does.Contain(call.ConnectionId).And.Contain(connector.ConnectionId));

        await Vonage.Video.DisconnectClientAsync(session, call.ConnectionId);
        await Vonage.Video.StopAudioConnectorAsync(connector.Id);
        await Vonage.Video.StopExperienceComposerAsync(composer.Id);
        Assert.That(await Vonage.Video.ListConnectionsAsync(session), Is.Empty);
        Assert.That((await Vonage.Video.GetExperienceComposerAsync(composer.Id)).Status, Is.EqualTo(ExperienceComposerStatus.Stopped));
        await FailingAsync(() => Vonage.Video.StopAudioConnectorAsync(connector.Id), 404);
    }

    [Test]
    public async Task A_session_has_captions_once()
    {
        var session = await SessionAsync();
        var token = Token(session, ClientRole.Moderator);
        var captions = (await Vonage.Video.StartCaptionsAsync(new(session, token) { Language = CaptionsLanguage.FrFR })).CaptionsId;
        await FailingAsync(() => Vonage.Video.StartCaptionsAsync(new(session, token)), 409);
        await Vonage.Video.StopCaptionsAsync(captions);
        var stopped = await Vonage.Video.GetCaptionsAsync(captions);
        Assert.That((stopped.Status, stopped.Language), Is.EqualTo(((CaptionsStatus?)CaptionsStatus.Stopped, "fr-fr")));
        await FailingAsync(() => Vonage.Video.StopCaptionsAsync(captions), 404);
        await Vonage.Video.StartCaptionsAsync(new(session, token));
    }

    private static Task RefusedAsync(string field, Func<Task> call) =>
        Assert.ThatAsync(() => call(), Throws.InstanceOf<InvalidRequestException>().With.Property(nameof(InvalidRequestException.Field)).Contains(field));

    private async Task<string> SessionAsync() => (await Vonage.Video.CreateSessionAsync()).SessionId;

    private string Token(string session, ClientRole role = ClientRole.Publisher) => Vonage.Video.CreateClientToken(session, new() { Role = role });

    private Task<SimulatedParticipant> JoinAsync(string session, ClientTokenOptions? options = null) => Simulator.Webhooks.JoinVideoSessionAsync(Vonage.Video.CreateClientToken(session, options));

    private JObject Read(string token) => Vonage.Jwt.Verify(token) ?? throw new InvalidOperationException("The token is not signed with the key of the application.");
}
