using Vonage.Video;

namespace Vonage.Contract.Tests.Cases;

internal static class VideoCases
{
    private const string Host = "video.api.vonage.com/";
    private static readonly string Application = new Testing.VonageSimulatorOptions().ApplicationId;
    private static readonly DateTimeOffset Year2013 = new(2013, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<OperationCase> All() => [.. Streams(), .. Sessions(), .. Connections(), .. Archives(), .. Broadcasts(), .. Joining(), .. Composers()];

    private static IEnumerable<OperationCase> Sessions()
    {
        yield return new("video.createSessions", "", async (v, _) => Assert.That((await v.Video.CreateSessionAsync()).SessionId, Does.StartWith("2_"))) { Line = $"POST {Host}session/create" };
        yield return new("video.createSessions", "all that it can be told", async (v, _) => Assert.That((await v.Video.CreateSessionAsync(new()
        {
            ArchiveMode = ArchiveMode.Always,
            MediaMode = MediaMode.Routed,
            Location = "10.1.200.30",
            IsEndToEndEncrypted = false,
        })).SessionId, Does.StartWith("2_")))
        { Line = $"POST {Host}session/create", Form = "location=10.1.200.30&archiveMode=always&p2p.preference=disabled&e2ee=false" };
        yield return new("video.createSessions", "as the API returns it", async (v, _) => Assert.That(await ((VideoClient)v.Video).CreateSessionsAsync(new() { MediaMode = MediaMode.Relayed }), Has.Count.EqualTo(1)))
        { Line = $"POST {Host}session/create", Form = "p2p.preference=enabled" };
        yield return Case("migrateSession", "", "POST", "session/{session}/migrate", async (v, ids) => Assert.That((await v.Video.MigrateSessionAsync(await SessionAsync(v, ids))).Message, Is.EqualTo("Session migration initiated")));
    }

    private static IEnumerable<OperationCase> Streams()
    {
        yield return Case("listStreams", "", "GET", "session/{session}/stream", async (v, ids) =>
        {
            await SipCallAsync(v, ids);
            Assert.That((await v.Video.ListStreamsAsync(ids.Fill("{session}"))).Single().Id, Is.Not.Empty);
        });
        yield return Case("getStream", "", "GET", "session/{session}/stream/{stream}", async (v, ids) =>
        {
            await SipCallAsync(v, ids);
            var stream = await v.Video.GetStreamAsync(ids.Fill("{session}"), ids.Fill("{stream}"));
            Assert.That(stream.VideoType, Is.EqualTo(VideoType.Camera));
            Assert.That(stream.LayoutClasses, Is.Not.Null);
        });
        yield return Case("updateStreamLayouts", "", "PUT", "session/{session}/stream", async (v, ids) =>
        {
            await SipCallAsync(v, ids);
            await v.Video.UpdateStreamLayoutsAsync(ids.Fill("{session}"), new() { Items = { new(ids.Fill("{stream}")) { LayoutClasses = { "full", "instructor" } } } });
        }, """{"items":[{"id":"{stream}","layoutClassList":["full","instructor"]}]}""");
        yield return Case("muteStream", "", "POST", "session/{session}/stream/{stream}/mute", async (v, ids) =>
        {
            await SipCallAsync(v, ids);
            await v.Video.MuteStreamAsync(ids.Fill("{session}"), ids.Fill("{stream}"));
        });
        yield return Case("muteStreams", "all", "POST", "session/{session}/mute", async (v, ids) =>
        {
            var project = await v.Video.MuteStreamsAsync(await SessionAsync(v, ids), new(true));
            Assert.That((project.Status, project.Environment), Is.EqualTo((VideoProjectStatus.Active, VideoEnvironment.Standard)));
            Assert.That(project.CreatedAt, Is.GreaterThan(Year2013));
        }, """{"active":true,"excludedStreamIds":[]}""");
        yield return Case("muteStreams", "some", "POST", "session/{session}/mute", async (v, ids) => await v.Video.MuteStreamsAsync(await SessionAsync(v, ids), new(false) { ExcludedStreamIds = { "one" } }),
            """{"active":false,"excludedStreamIds":["one"]}""");
    }

    private static IEnumerable<OperationCase> Connections()
    {
        yield return Case("listConnections", "", "GET", "session/{session}/connection", async (v, ids) =>
        {
            await SipCallAsync(v, ids);
            var connection = (await v.Video.ListConnectionsAsync(ids.Fill("{session}"))).Single();
            Assert.That(connection.ConnectionState, Is.EqualTo(ConnectionState.Connected));
            Assert.That(connection.CreatedAt, Is.GreaterThan(Year2013));
        });
        yield return Case("disconnectClient", "", "DELETE", "session/{session}/connection/{connection}", async (v, ids) =>
        {
            await SipCallAsync(v, ids);
            await v.Video.DisconnectClientAsync(ids.Fill("{session}"), ids.Fill("{connection}"));
        });
        yield return Case("sendSignal", "", "POST", "session/{session}/signal", async (v, ids) => await v.Video.SendSignalAsync(await SessionAsync(v, ids), new("chat", "Text of the chat message")),
            """{"type":"chat","data":"Text of the chat message"}""");
        yield return Case("sendSignalToConnection", "", "POST", "session/{session}/connection/{connection}/signal", async (v, ids) =>
        {
            await SipCallAsync(v, ids);
            await v.Video.SendSignalToConnectionAsync(ids.Fill("{session}"), ids.Fill("{connection}"), new("chat", "Hello"));
        }, """{"type":"chat","data":"Hello"}""");
        yield return Case("playDtmf", "", "POST", "session/{session}/play-dtmf", async (v, ids) => await v.Video.PlayDtmfAsync(await SessionAsync(v, ids), new("1p7*#")), """{"digits":"1p7*#"}""");
        yield return Case("playDtmfToConnection", "", "POST", "session/{session}/connection/{connection}/play-dtmf", async (v, ids) =>
        {
            await SipCallAsync(v, ids);
            await v.Video.PlayDtmfToConnectionAsync(ids.Fill("{session}"), ids.Fill("{connection}"), new("1713"));
        }, """{"digits":"1713"}""");
    }

    private static IEnumerable<OperationCase> Archives()
    {
        yield return Case("listArchives", "page", "GET", "archive", async (v, ids) =>
        {
            await ArchiveAsync(v, ids);
            var page = await v.Video.ListArchivesAsync(new() { PageSize = 5, SessionId = ids.Fill("{session}") }).AsPages().FirstAsync();
            Assert.That((page.TotalCount, page.Items[0].Status.Value), Is.EqualTo((1, page.Items[0].Status.Value)));
        }, query: "offset=0&count=5&sessionId={session}");
        yield return Case("listArchives", "stream", "GET", "archive", async (v, ids) =>
        {
            await ArchiveAsync(v, ids);
            await foreach (var archive in v.Video.ListArchivesAsync())
                Assert.That(archive.Id, Is.Not.Empty);
        }, query: "offset=0");
        yield return Case("startArchive", "composed", "POST", "archive", async (v, ids) =>
        {
            var archive = await v.Video.StartArchiveAsync(new(await SessionAsync(v, ids))
            {
                Name = "Foo",
                OutputMode = ArchiveOutputMode.Composed,
                Layout = VideoLayout.BestFit(LayoutType.PictureInPicture),
                Resolution = VideoResolution.HdLandscape,
                StreamMode = StreamMode.Auto,
                MultiArchiveTag = "my-multi-archive",
                MaxBitrate = 3_000_000,
            });
            Assert.That((archive.Status, archive.Resolution, archive.Url), Is.EqualTo((ArchiveStatus.Started, VideoResolution.HdLandscape, (Uri?)null)));
        }, """
            {"sessionId":"{session}","name":"Foo","outputMode":"composed","layout":{"type":"bestFit","screenshareType":"pip"},"resolution":"1280x720","streamMode":"auto",
             "multiArchiveTag":"my-multi-archive","maxBitrate":3000000}
            """);
        yield return Case("startArchive", "individual", "POST", "archive", async (v, ids) => await v.Video.StartArchiveAsync(new(await SessionAsync(v, ids))
        {
            HasAudio = true,
            HasVideo = false,
            OutputMode = ArchiveOutputMode.Individual,
            HasTranscription = true,
            TranscriptionProperties = new() { PrimaryLanguage = TranscriptionLanguage.JaJP, HasSummary = true },
        }), """
            {"sessionId":"{session}","hasAudio":true,"hasVideo":false,"outputMode":"individual","hasTranscription":true,
             "transcriptionProperties":{"primaryLanguageCode":"ja-JP","hasSummary":true}}
            """);
        yield return Case("startArchive", "style sheet", "POST", "archive",
            async (v, ids) => await v.Video.StartArchiveAsync(new(await SessionAsync(v, ids)) { Layout = VideoLayout.Custom("stream {width: 50%;}"), QuantizationParameter = 25 }),
            """{"sessionId":"{session}","layout":{"type":"custom","stylesheet":"stream {width: 50%;}"},"quantizationParameter":25}""");
        yield return Case("getArchive", "", "GET", "archive/{archive}", async (v, ids) =>
        {
            var archive = await v.Video.GetArchiveAsync(await ArchiveAsync(v, ids));
            Assert.That(archive.SessionId, Is.Not.Empty);
            Assert.That(archive.CreatedAt, Is.GreaterThan(Year2013));
        });
        yield return Case("deleteArchive", "", "DELETE", "archive/{archive}", async (v, ids) =>
        {
            var archive = await ArchiveAsync(v, ids);
            await v.Video.StopArchiveAsync(archive);
            await v.Video.DeleteArchiveAsync(archive);
        });
        yield return Case("updateArchiveStreams", "add", "PATCH", "archive/{archive}/streams", async (v, ids) => await v.Video.UpdateArchiveStreamsAsync(await ArchiveAsync(v, ids, StreamMode.Manual), StreamChange.Add("one", hasVideo: false)),
            """{"addStream":"one","hasAudio":true,"hasVideo":false}""");
        yield return Case("updateArchiveStreams", "remove", "PATCH", "archive/{archive}/streams", async (v, ids) =>
        {
            var archive = await ArchiveAsync(v, ids, StreamMode.Manual);
            await v.Video.UpdateArchiveStreamsAsync(archive, StreamChange.Add("one"));
            await v.Video.UpdateArchiveStreamsAsync(archive, StreamChange.Remove("one"));
        }, """{"removeStream":"one"}""");
        yield return Case("stopArchive", "", "POST", "archive/{archive}/stop", async (v, ids) => Assert.That((await v.Video.StopArchiveAsync(await ArchiveAsync(v, ids))).Status, Is.EqualTo(ArchiveStatus.Stopped)));
        yield return Case("updateArchiveLayout", "", "PUT", "archive/{archive}/layout", async (v, ids) => await v.Video.UpdateArchiveLayoutAsync(await ArchiveAsync(v, ids), new(LayoutType.VerticalPresentation)),
            """{"type":"verticalPresentation"}""");
    }

    private static IEnumerable<OperationCase> Broadcasts()
    {
        yield return Case("listBroadcasts", "page", "GET", "broadcast", async (v, ids) =>
        {
            await BroadcastAsync(v, ids);
            var page = await v.Video.ListBroadcastsAsync(new() { PageSize = 5, SessionId = ids.Fill("{session}") }).AsPages().FirstAsync();
            Assert.That((page.TotalCount, page.Items[0].Status), Is.EqualTo((1, BroadcastStatus.Started)));
        }, query: "offset=0&count=5&sessionId={session}");
        yield return Case("startBroadcast", "HLS", "POST", "broadcast", async (v, ids) =>
        {
            var broadcast = await v.Video.StartBroadcastAsync(new(await SessionAsync(v, ids), new() { Hls = new() }));
            Assert.That(broadcast.Urls!.Hls, Is.Not.Null);
            Assert.That(broadcast.CreatedAt, Is.GreaterThan(Year2013));
        }, """{"sessionId":"{session}","outputs":{"hls":{}}}""");
        yield return Case("startBroadcast", "all that it can be told", "POST", "broadcast", async (v, ids) =>
        {
            var broadcast = await v.Video.StartBroadcastAsync(new(await SessionAsync(v, ids))
            {
                Layout = VideoLayout.BestFit(LayoutType.PictureInPicture),
                MaxDuration = TimeSpan.FromMinutes(90),
                MaxBitrate = 2_000_000,
                Outputs = new()
                {
                    Hls = new() { HasDvr = true, HasLowLatency = false },
                    Rtmp = { new(new("rtmps://myfooserver/myfooapp"), "myfoostream") { Id = "feab5ea7-951f-4dbb-b2f6-3195c3b4b062" } },
                },
                Resolution = VideoResolution.SdLandscape,
                StreamMode = StreamMode.Auto,
                MultiBroadcastTag = "foo",
                HasAudio = true,
                HasVideo = true,
            });
            Assert.That(broadcast.MaxDuration, Is.EqualTo(TimeSpan.FromMinutes(90)));
            Assert.That(broadcast.Urls!.Rtmp.Single().Status, Is.EqualTo(RtmpStatus.Live));
        }, """
            {"sessionId":"{session}","layout":{"type":"bestFit","screenshareType":"pip"},"maxDuration":5400,"maxBitrate":2000000,
             "outputs":{"hls":{"dvr":true,"lowLatency":false},"rtmp":[{"id":"feab5ea7-951f-4dbb-b2f6-3195c3b4b062","serverUrl":"rtmps://myfooserver/myfooapp","streamName":"myfoostream"}]},
             "resolution":"640x480","streamMode":"auto","multiBroadcastTag":"foo","hasAudio":true,"hasVideo":true}
            """);
        yield return Case("getBroadcast", "", "GET", "broadcast/{broadcast}", async (v, ids) => Assert.That((await v.Video.GetBroadcastAsync(await BroadcastAsync(v, ids))).Status, Is.EqualTo(BroadcastStatus.Started)));
        yield return Case("stopBroadcast", "", "POST", "broadcast/{broadcast}/stop", async (v, ids) => Assert.That((await v.Video.StopBroadcastAsync(await BroadcastAsync(v, ids))).Id, Is.Not.Empty));
        yield return Case("updateBroadcastLayout", "", "PUT", "broadcast/{broadcast}/layout", async (v, ids) => await v.Video.UpdateBroadcastLayoutAsync(await BroadcastAsync(v, ids), VideoLayout.Custom("stream {width: 50%;}")),
            """{"type":"custom","stylesheet":"stream {width: 50%;}"}""");
        yield return Case("updateBroadcastStreams", "", "PATCH", "broadcast/{broadcast}/streams", async (v, ids) => await v.Video.UpdateBroadcastStreamsAsync(await BroadcastAsync(v, ids, StreamMode.Manual), StreamChange.Add("one")),
            """{"addStream":"one","hasAudio":true,"hasVideo":true}""");
    }

    private static IEnumerable<OperationCase> Joining()
    {
        yield return Case("startSipCall", "", "POST", "dial", async (v, ids) =>
        {
            var session = await SessionAsync(v, ids);
            var call = await v.Video.StartSipCallAsync(new(session, Token(v, ids), new(new("sip:user@sip.partner.com;transport=tls"))
            {
                From = "from@example.com",
                Headers = { ["X-Case"] = "4711" },
                Authentication = new("username", "p@ssw0rd"),
                IsSecure = true,
                HasVideo = false,
                ObservesForceMute = true,
            }));
            Assert.That(call.ConnectionId, Is.Not.Empty);
        }, """
            {"sessionId":"{session}","token":"{token}","sip":{"uri":"sip:user@sip.partner.com;transport=tls","from":"from@example.com","headers":{"X-Case":"4711"},
             "auth":{"username":"username","password":"p@ssw0rd"},"secure":true,"video":false,"observeForceMute":true}}
            """);
        yield return Case("startCaptions", "", "POST", "captions", async (v, ids) => Assert.That(await CaptionsAsync(v, ids), Is.Not.Empty), """{"sessionId":"{session}","token":"{token}"}""");
        yield return Case("startCaptions", "all that it can be told", "POST", "captions", async (v, ids) =>
        {
            var session = await SessionAsync(v, ids);
            await v.Video.StartCaptionsAsync(new(session, Token(v, ids, ClientRole.Moderator))
            {
                Language = CaptionsLanguage.EnGB,
                MaxDuration = TimeSpan.FromMinutes(30),
                HasPartialCaptions = false,
                StatusCallbackUrl = new("https://send-status-to.me"),
            });
        }, """{"sessionId":"{session}","token":"{token}","languageCode":"en-GB","maxDuration":1800,"partialCaptions":false,"statusCallbackUrl":"https://send-status-to.me"}""");
        yield return Case("getCaptions", "", "GET", "captions/{captions}", async (v, ids) =>
        {
            var captions = await v.Video.GetCaptionsAsync(await CaptionsAsync(v, ids));
            Assert.That((captions.Status, captions.Provider, captions.Language), Is.EqualTo((CaptionsStatus.Started, CaptionsProvider.AmazonTranscribe, "en-us")));
        });
        yield return Case("stopCaptions", "", "POST", "captions/{captions}/stop", async (v, ids) => await v.Video.StopCaptionsAsync(await CaptionsAsync(v, ids)));
        yield return Case("startAudioConnector", "", "POST", "connect", async (v, ids) => Assert.That(await ConnectorAsync(v, ids), Is.Not.Empty),
            """{"sessionId":"{session}","token":"{token}","websocket":{"uri":"wss://example.com/ws-endpoint"}}""");
        yield return Case("startAudioConnector", "all that it can be told", "POST", "connect", async (v, ids) =>
        {
            var session = await SessionAsync(v, ids);
            await v.Video.StartAudioConnectorAsync(new(session, Token(v, ids), new(new("wss://example.com/ws-endpoint"))
            {
                Streams = { "one" },
                Headers = { ["case"] = "4711" },
                AudioRate = AudioRate.Khz16,
                IsBidirectional = true,
                AudioTransport = new()
                {
                    Format = AudioTransportFormat.Json,
                    Encoding = AudioEncoding.Base64,
                    AudioField = "audio",
                    ReceiveAudioField = "incoming_audio",
                    StaticFields = { ["version"] = 1 },
                },
            }));
        }, """
            {"sessionId":"{session}","token":"{token}","websocket":{"uri":"wss://example.com/ws-endpoint","streams":["one"],"headers":{"case":"4711"},"audioRate":16000,"bidirectional":true,
             "audioTransport":{"transport":"json","encoding":"base64","audio_field":"audio","receive_audio_field":"incoming_audio","static_fields":{"version":1}}}}
            """);
        yield return Case("stopAudioConnector", "", "POST", "connect/{connector}/stop", async (v, ids) => await v.Video.StopAudioConnectorAsync(await ConnectorAsync(v, ids)));
    }

    private static IEnumerable<OperationCase> Composers()
    {
        yield return Case("startExperienceComposer", "", "POST", "render", async (v, ids) =>
        {
            var session = await SessionAsync(v, ids);
            var composer = await v.Video.StartExperienceComposerAsync(new(session, Token(v, ids), new("https://example.com/"))
            {
                MaxDuration = TimeSpan.FromMinutes(30),
                Resolution = VideoResolution.HdLandscape,
                Stream = new("Composed stream for Live event #1"),
                StatusCallbackUrl = new("https://example.com/video/events"),
            });
            Assert.That((composer.Status, composer.Resolution), Is.EqualTo((ExperienceComposerStatus.Starting, VideoResolution.HdLandscape)));
        }, """
            {"sessionId":"{session}","token":"{token}","url":"https://example.com/","maxDuration":1800,"resolution":"1280x720",
             "properties":{"name":"Composed stream for Live event #1"},"statusCallbackUrl":"https://example.com/video/events"}
            """);
        yield return Case("listExperienceComposers", "", "GET", "render", async (v, ids) =>
        {
            await ComposerAsync(v, ids);
            Assert.That((await v.Video.ListExperienceComposersAsync(new() { PageSize = 60 }).AsPages().FirstAsync()).Items[0].Url, Is.EqualTo(new Uri("https://example.com/")));
        }, query: "offset=0&count=60");
        yield return Case("getExperienceComposer", "", "GET", "render/{composer}", async (v, ids) => Assert.That((await v.Video.GetExperienceComposerAsync(await ComposerAsync(v, ids))).Status, Is.EqualTo(ExperienceComposerStatus.Started)));
        yield return Case("stopExperienceComposer", "", "DELETE", "render/{composer}", async (v, ids) => await v.Video.StopExperienceComposerAsync(await ComposerAsync(v, ids)));
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new("video." + operation, variant, call) { Line = $"{method} {Host}v2/project/{Application}/{path}", Json = json, Query = query };

    private static async Task<string> SessionAsync(IVonageClient v, Ids ids) => ids.Keep("session", (await v.Video.CreateSessionAsync()).SessionId);

    private static string Token(IVonageClient v, Ids ids, ClientRole role = ClientRole.Publisher) =>
        ids.Keep("token", v.Video.CreateClientToken(ids.Fill("{session}"), new() { Role = role }));

    private static async Task SipCallAsync(IVonageClient v, Ids ids)
    {
        var session = await SessionAsync(v, ids);
        var call = await v.Video.StartSipCallAsync(new(session, Token(v, ids), new(new("sip:user@sip.partner.com")) { HasVideo = true }));
        ids.Keep("connection", call.ConnectionId);
        ids.Keep("stream", call.StreamId);
    }

    private static async Task<string> ArchiveAsync(IVonageClient v, Ids ids, StreamMode? streamMode = null) =>
        ids.Keep("archive", (await v.Video.StartArchiveAsync(new(await SessionAsync(v, ids)) { StreamMode = streamMode })).Id);

    private static async Task<string> BroadcastAsync(IVonageClient v, Ids ids, StreamMode? streamMode = null) =>
        ids.Keep("broadcast", (await v.Video.StartBroadcastAsync(new(await SessionAsync(v, ids), new() { Hls = new() }) { StreamMode = streamMode })).Id);

    private static async Task<string> CaptionsAsync(IVonageClient v, Ids ids)
    {
        var session = await SessionAsync(v, ids);
        return ids.Keep("captions", (await v.Video.StartCaptionsAsync(new(session, Token(v, ids, ClientRole.Moderator)))).CaptionsId);
    }

    private static async Task<string> ConnectorAsync(IVonageClient v, Ids ids)
    {
        var session = await SessionAsync(v, ids);
        return ids.Keep("connector", (await v.Video.StartAudioConnectorAsync(new(session, Token(v, ids), new(new("wss://example.com/ws-endpoint"))))).Id);
    }

    private static async Task<string> ComposerAsync(IVonageClient v, Ids ids)
    {
        var session = await SessionAsync(v, ids);
        return ids.Keep("composer", (await v.Video.StartExperienceComposerAsync(new(session, Token(v, ids), new("https://example.com/")))).Id);
    }
}
