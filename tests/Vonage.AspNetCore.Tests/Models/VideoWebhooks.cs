using Vonage.Video;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>Webhooks of Video.</summary>
internal static class VideoWebhooks
{
    private const string Session = """ "sessionId":"2_MX4xMzExMjU3MX5","projectId":"project-1","timestamp":1470257688309 """;

    private const string Connection = """ {"id":"c053fcc8-c681-41d5-8ec2-7a9e1434a21e","createdAt":1470257688143,"data":"name=Alice"} """;

    private const string Stream = $$""" {"id":"63245362-e00e-4834-8371-9397deb3e452","connection":{{Connection}},"createdAt":1470258845416,"name":"Alice P","videoType":"screen"} """;

    private static readonly DateTimeOffset Time = new(2016, 8, 3, 20, 54, 48, 309, TimeSpan.Zero);

    public static IEnumerable<WebhookCase> Cases =>
    [
        WebhookCase.Of<VideoEvent, SessionCreatedVideoEvent>($$"""{"event":"sessionCreated",{{Session}}}""", created => Assert.That((created.SessionId, created.ProjectId, created.Timestamp), Is.EqualTo(("2_MX4xMzExMjU3MX5", "project-1", (DateTimeOffset?)Time)))),
        WebhookCase.Of<VideoEvent, SessionDestroyedVideoEvent>($$"""{"event":"sessionDestroyed",{{Session}}}""", destroyed => Assert.That(destroyed.Timestamp, Is.EqualTo(Time))),
        WebhookCase.Of<VideoEvent, ConnectionCreatedVideoEvent>($$"""{"event":"connectionCreated",{{Session}},"connection":{{Connection}}}""", created =>
        {
            Assert.That(created.Connection!.Data, Is.EqualTo("name=Alice"));
            Assert.That(Time - created.Connection.CreatedAt, Is.EqualTo(TimeSpan.FromMilliseconds(166)));
        }),
        .. Payload.Words("clientDisconnected forceDisconnected networkDisconnected").Select(reason => WebhookCase.Of<VideoEvent, ConnectionDestroyedVideoEvent>(
            $$"""{"event":"connectionDestroyed",{{Session}},"reason":"{{reason}}","connection":{{Connection}}}""",
            destroyed => Assert.That((destroyed.Reason?.Value, destroyed.Connection!.Id), Is.EqualTo((reason, "c053fcc8-c681-41d5-8ec2-7a9e1434a21e"))))),
        WebhookCase.Of<VideoEvent, StreamCreatedVideoEvent>($$"""{"event":"streamCreated",{{Session}},"stream":{{Stream}}}""", created =>
        {
            Assert.That((created.Stream!.Name, created.Stream.VideoType), Is.EqualTo(("Alice P", (VideoType?)VideoType.Screen)));
            Assert.That(created.Stream.Connection!.Data, Is.EqualTo("name=Alice"));
        }),
        .. Payload.Words("clientDisconnected forceDisconnected forceUnpublished mediaStopped networkDisconnected").Select(reason => WebhookCase.Of<VideoEvent, StreamDestroyedVideoEvent>(
            $$"""{"event":"streamDestroyed",{{Session}},"reason":"{{reason}}","stream":{{Stream}}}""",
            destroyed => Assert.That(destroyed.Reason?.Value, Is.EqualTo(reason)))),
        .. Payload.Words("available deleted expired failed paused started stopped uploaded").Select(status => WebhookCase.Of<VideoEvent, ArchiveVideoEvent>(
            $$"""
            {"event":"archive","id":"b40ef09b-3811-4726-b508-e41a0f96c68f","status":"{{status}}","name":"Foo 1","reason":"maximum idle time exceeded","sessionId":"2_MX4xMzExMjU3MX5",
             "applicationId":"78d335fa-323d-0114-9c3d-d6f0d48968cf","createdAt":1470257688309,"updatedAt":1470257698309,"duration":328,"size":7247748791,"outputMode":"individual",
             "streamMode":"manual","hasAudio":true,"hasVideo":false,"resolution":"1280x720","url":"https://example.com/archive.mp4","multiArchiveTag":"tag 1","maxBitrate":200000,
             "quantizationParameter":25,"hasTranscription":true,"transcription":{"status":"failed","url":"https://example.com/t.zip","reason":"No audio","primaryLanguageCode":"ja-JP","hasSummary":true},
             "sha256sum":"4d1b5d5c","password":"ZW5j cnlwdGVk","streams":[{"streamId":"8b732909-0a06-46a2-8ea8-074e64d43422","hasAudio":true,"hasVideo":false}]}
            """,
            archive =>
            {
                Assert.That((archive.Status?.Value, archive.Size, archive.Duration), Is.EqualTo((status, (long?)7247748791, (TimeSpan?)TimeSpan.FromSeconds(328))));
                Assert.That((archive.CreatedAt, archive.UpdatedAt - archive.CreatedAt), Is.EqualTo(((DateTimeOffset?)Time, (TimeSpan?)TimeSpan.FromSeconds(10))));
                Assert.That((archive.OutputMode, archive.Resolution, archive.Transcription!.Status?.Value), Is.EqualTo(((ArchiveOutputMode?)ArchiveOutputMode.Individual, (VideoResolution?)VideoResolution.HdLandscape, "failed")));
                Assert.That(archive.Streams.Single().HasVideo, Is.False);
            })),
        .. Payload.Words("started stopped").Select(status => WebhookCase.Of<VideoEvent, BroadcastVideoEvent>(
            $$"""
            {"event":"broadcast","id":"6c2bc486-0f4c-49cd-877c-7b609ec5dd19","status":"{{status}}","sessionId":"2_MX4xMzExMjU3MX5","applicationId":"78d335fa-323d-0114-9c3d-d6f0d48968cf",
             "multiBroadcastTag":"tag 1","createdAt":1470257688309,"updatedAt":1470257688309,"maxDuration":5400,"maxBitrate":2000000,
             "broadcastUrls":{"hls":"https://example.com/live.m3u8","hlsStatus":"live","rtmp":[{"id":"feab5ea7-951f","status":"offline","serverUrl":"rtmps://example.com/app","streamName":"my stream"}]},
             "settings":{"hls":{"lowLatency":false,"dvr":true} },"resolution":"640x480","hasAudio":true,"hasVideo":true,"streamMode":"auto",
             "streams":[{"streamId":"8b732909-0a06-46a2-8ea8-074e64d43422","hasAudio":"true","hasVideo":"false"}]}
            """,
            broadcast =>
            {
                Assert.That((broadcast.Status?.Value, broadcast.MaxDuration, broadcast.Urls!.Rtmp.Single().Status), Is.EqualTo((status, (TimeSpan?)TimeSpan.FromMinutes(90), (RtmpStatus?)RtmpStatus.Offline)));
                Assert.That((broadcast.Settings!.Hls!.HasDvr, broadcast.Streams.Single().HasAudio), Is.EqualTo(((bool?)true, (bool?)true)));
            })),
        .. Payload.Words("started stopped paused failed").Select(status => WebhookCase.Of<CaptionsStatusUpdate>(
            $$"""
            {"captionId":"7c0680fc-6274-4de5-a66f-d0648e8d3ac2","applicationId":"78d335fa-323d-0114-9c3d-d6f0d48968cf","sessionId":"2_MX4xMzExMjU3MX5","status":"{{status}}",
             "createdAt":1470257688309,"updatedAt":1470257688309,"duration":12,"languageCode":"en-us","provider":"aws-transcribe","reason":"Maximum duration exceeded"}
            """,
            captions => Assert.That((captions.Status?.Value, captions.CreatedAt, captions.Duration), Is.EqualTo((status, (DateTimeOffset?)Time, (TimeSpan?)TimeSpan.FromSeconds(12)))))),
        .. Payload.Words("starting started stopped failed").Select(status => WebhookCase.Of<ExperienceComposerStatusUpdate>(
            $$"""
            {"id":"1248e7070b81464c9789f46ad10e7764","sessionId":"2_MX4xMzExMjU3MX5","applicationId":"93e36bb9-b72c-45b6-a9ea-5c37dbc49906","createdAt":1470257688309,"updatedAt":1470257688309,
             "callbackUrl":"https://example.com/events","name":"Slides 1","url":"https://example.com/","resolution":"1080x1920","status":"{{status}}","streamId":"e32445b743678c98230f238","reason":"Could not load URL"}
            """,
            composer => Assert.That((composer.Status?.Value, composer.Resolution), Is.EqualTo((status, (VideoResolution?)VideoResolution.FullHdPortrait))))),
    ];
}
