using Vonage.Testing.Tests.Support;
using Vonage.Video;

namespace Vonage.Testing.Tests;

/// <summary>What Video tells an application of its sessions.</summary>
internal sealed class VideoWebhookTests : WebhookTest
{
    [SetUp]
    public void SetUrl() => Webhooks.VideoEvent = Receiver.At("/video");

    [Test]
    public async Task Participants_come_publish_and_leave()
    {
        var session = await SessionAsync();
        var alice = await Webhooks.JoinVideoSessionAsync(Token(session, new() { ConnectionData = "name=Alice" }));
        var camera = await alice.PublishAsync("Alice", VideoType.Camera);
        var screen = await alice.PublishAsync("Slides", VideoType.Screen);
        await alice.UnpublishAsync(screen);
        var bob = await Webhooks.JoinVideoSessionAsync(Token(session));
        await Client.Video.DisconnectClientAsync(session, alice.ConnectionId);
        await bob.LeaveAsync();

        var told = Receiver.Read<VideoEvent>("/video");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Select(Describe), Is.EqualTo(
            [
                "sessionCreated", "connectionCreated name=Alice", "streamCreated Alice", "streamCreated Slides", "streamDestroyed Slides mediaStopped",
                "connectionCreated ", "streamDestroyed Alice forceDisconnected", "connectionDestroyed name=Alice forceDisconnected",
                "connectionDestroyed  clientDisconnected", "sessionDestroyed",
            ]));
            Assert.That(told.OfType<StreamCreatedVideoEvent>().Select(created => (created.SessionId, created.Stream!.Id, created.Stream.Connection!.Id)), Is.EqualTo([(session, camera, alice.ConnectionId), (session, screen, alice.ConnectionId)]));
            Assert.That(told.OfType<SessionCreatedVideoEvent>().Single().Timestamp, Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(1)));
        }
    }

    [Test]
    public async Task Archives_and_broadcasts_tell_their_status()
    {
        var session = await SessionAsync();
        var archive = await Client.Video.StartArchiveAsync(new(session));
        var broadcast = await Client.Video.StartBroadcastAsync(new(session, new() { Hls = new() }));
        await Client.Video.StopArchiveAsync(archive.Id);
        await Client.Video.StopBroadcastAsync(broadcast.Id);
        await Webhooks.SettleAsync();

        var told = Receiver.Read<VideoEvent>("/video");
        Assert.That(told.OfType<ArchiveVideoEvent>().Select(e => (e.Id, e.Status)), Is.EqualTo([(archive.Id, ArchiveStatus.Started), (archive.Id, ArchiveStatus.Stopped), (archive.Id, (ArchiveStatus?)ArchiveStatus.Available)]));
        Assert.That(told.OfType<BroadcastVideoEvent>().Select(e => (e.Id, e.Status, e.Urls?.Hls is null)), Is.EqualTo([(broadcast.Id, BroadcastStatus.Started, false), (broadcast.Id, (BroadcastStatus?)BroadcastStatus.Stopped, false)]));
    }

    [Test]
    public async Task Captions_tell_their_status_to_their_own_address_or_to_the_standard_one()
    {
        Webhooks.CaptionsStatus = Receiver.At("/captions");
        foreach (var own in new[] { Receiver.At("/captions/own"), null })
        {
            var session = await SessionAsync();
            var captions = await Client.Video.StartCaptionsAsync(new(session, Token(session, new() { Role = ClientRole.Moderator })) { StatusCallbackUrl = own });
            await Client.Video.StopCaptionsAsync(captions.CaptionsId);
            await Webhooks.SettleAsync();
            Assert.That(Receiver.Read<CaptionsStatusUpdate>(own?.AbsolutePath ?? "/captions").Select(e => (e.CaptionsId, e.Status)), Is.EqualTo([(captions.CaptionsId, CaptionsStatus.Started), (captions.CaptionsId, (CaptionsStatus?)CaptionsStatus.Stopped)]));
        }
    }

    [Test]
    public async Task An_experience_composer_tells_its_status_and_is_a_participant()
    {
        Webhooks.ExperienceComposerStatus = Receiver.At("/render");
        var session = await SessionAsync();
        var composer = await Client.Video.StartExperienceComposerAsync(new(session, Token(session), new("https://example.com/")) { Stream = new("Slides") });
        await Client.Video.StopExperienceComposerAsync(composer.Id);
        await Webhooks.SettleAsync();

        Assert.That(Receiver.Read<ExperienceComposerStatusUpdate>("/render").Select(e => (e.Id, e.Status)), Is.EqualTo([(composer.Id, ExperienceComposerStatus.Started), (composer.Id, (ExperienceComposerStatus?)ExperienceComposerStatus.Stopped)]));
        Assert.That(Receiver.Read<VideoEvent>("/video").OfType<StreamCreatedVideoEvent>().Single().Stream!.Id, Is.EqualTo(composer.StreamId));
    }

    [Test]
    public async Task Without_an_address_nothing_is_sent()
    {
        Webhooks.VideoEvent = null;
        await Webhooks.JoinVideoSessionAsync(Token(await SessionAsync()));
        Assert.That(Webhooks.Sent, Is.Empty);
    }

    private static string Describe(VideoEvent happened) => happened switch
    {
        ConnectionCreatedVideoEvent created => $"{created.Event} {created.Connection!.Data}",
        ConnectionDestroyedVideoEvent destroyed => $"{destroyed.Event} {destroyed.Connection!.Data} {destroyed.Reason}",
        StreamCreatedVideoEvent created => $"{created.Event} {created.Stream!.Name}",
        StreamDestroyedVideoEvent destroyed => $"{destroyed.Event} {destroyed.Stream!.Name} {destroyed.Reason}",
        _ => happened.Event!,
    };

    private async Task<string> SessionAsync() => (await Client.Video.CreateSessionAsync()).SessionId;

    private string Token(string session, ClientTokenOptions? options = null) => Client.Video.CreateClientToken(session, options);
}
