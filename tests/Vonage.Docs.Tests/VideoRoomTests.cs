using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Newtonsoft.Json.Linq;
using VideoRoom;
using Vonage.Testing;

namespace Vonage.Docs.Tests;

/// <summary>The sample with a video room, on a real server, against the simulator.</summary>
public class VideoRoomTests
{
    private VonageSimulator _simulator = null!;
    private WebApplication _app = null!;
    private HttpClient _browser = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await VonageSimulator.StartAsync();
        _app = Application.Create([$"--contentRoot={Path.Combine(RepositoryFolder.Find(), "samples", "VideoRoom")}", "--urls=http://127.0.0.1:0"], _simulator);
        await _app.StartAsync();
        _browser = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    [TearDown]
    public async Task StopAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Test]
    public async Task The_page_loads_nothing_from_other_hosts()
    {
        using var page = await _browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("Video room"));
        Assert.That(page.Headers.GetValues("Content-Security-Policy"), Is.EqualTo(["default-src 'self'"]));
        Assert.That(await _browser.GetStringAsync(new Uri("/room.js", UriKind.Relative)), Does.Contain("OT.initSession"));
    }

    [Test]
    public async Task Two_visitors_meet_in_one_session_and_are_recorded()
    {
        var alice = await PostAsync("/room/tickets", new { name = "Alice" });
        var bob = await PostAsync("/room/tickets", new { name = "Bob" });
        Assert.That(bob["sessionId"], Is.EqualTo(alice["sessionId"]));
        Assert.That(alice["applicationId"]!.ToString(), Is.EqualTo(_simulator.ApplicationId));

        Assert.That((bool)(await PostAsync("/room/recording", new { isOn = true }))["isOn"]!, Is.True);
        Assert.That((bool)(await PostAsync("/room/recording", new { isOn = false }))["isOn"]!, Is.False);
        await _simulator.Webhooks.SettleAsync();

        Assert.That(JArray.Parse(await _browser.GetStringAsync(new Uri("/room/activity", UriKind.Relative))).Select(line => line.ToString()), Is.EqualTo(
        [
            "sessionCreated", "name=Alice connected", "Alice publishes", "name=Bob connected", "Bob publishes",
            "the recording is started", "the recording is stopped", "the recording is available",
        ]));
    }

    [Test]
    public async Task A_visitor_has_a_name()
    {
        using var refused = await _browser.PostAsJsonAsync(new Uri("/room/tickets", UriKind.Relative), new { name = " " });
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private async Task<JObject> PostAsync(string path, object body)
    {
        using var response = await _browser.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return JObject.Parse(await response.Content.ReadAsStringAsync());
    }
}
