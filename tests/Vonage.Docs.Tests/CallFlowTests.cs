using Flowroute.Testing;
using Vonage.Testing;

namespace Vonage.Docs.Tests;

/// <summary>Each recipe of docs/call-flows.md, on a real server, called by the simulator.</summary>
public class CallFlowTests
{
    private const string Caller = "447700900000";
    private const string Own = "447700900001";

    private VonageSimulator _simulator = null!;
    private FlowrouteSimulator _flowroute = null!;
    private Uri _address = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await VonageSimulator.StartAsync();
        _flowroute = await FlowrouteSimulator.StartAsync();
        _address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        _simulator.Webhooks.Answer = new Uri(_address, "/answer");
        _simulator.Webhooks.AnswerMethod = HttpMethod.Post;
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _simulator.DisposeAsync();
        await _flowroute.DisposeAsync();
    }

    [TestCase("1", "447700900002")]
    [TestCase("2", "447700900003")]
    public Task A_menu_connects_by_key(string key, string expected) => PlayAsync("A menu", async call =>
    {
        await call.PressAsync(key);
        Assert.That(call.ConnectedTo?.To, Is.EqualTo(expected));
    });

    [Test]
    public Task A_menu_connects_by_word_and_asks_again() => PlayAsync("A menu", async call =>
    {
        await call.SayAsync("Nonsense");
        Assert.That(ActionsOf(call), Is.EqualTo(["talk", "input"]));
        await call.SayAsync("Support");
        Assert.That(call.ConnectedTo?.To, Is.EqualTo("447700900003"));
    });

    [TestCase(false, "447700900002")]
    [TestCase(true, "447700900004")]
    public Task An_agent_who_is_busy_is_replaced(bool isBusy, string expected)
    {
        if (isBusy)
            _simulator.Webhooks.Outcomes.Calls["447700900002"] = CallOutcome.Busy;
        return PlayAsync("A connection with a fallback", call =>
        {
            Assert.That(call.ConnectedTo?.To, Is.EqualTo(expected));
            return Task.CompletedTask;
        });
    }

    [Test]
    public Task A_conference_begins_and_ends_with_its_moderator() => PlayAsync("A conference", async participant =>
    {
        var moderator = await _simulator.Webhooks.ReceiveCallAsync("447700900009", Own);

        var (waiting, leading) = (participant.Ncco[1]!, moderator.Ncco[1]!);
        Assert.Multiple(() =>
        {
            Assert.That(waiting["name"]!.ToString(), Is.EqualTo(leading["name"]!.ToString()));
            Assert.That((bool?)waiting["startOnEnter"], Is.False);
            Assert.That((bool?)leading["endOnExit"], Is.True);
        });
    });

    [Test]
    public Task A_message_is_recorded_and_downloaded() => PlayAsync("Voicemail", async call =>
    {
        await call.HangUpAsync();
        Assert.That(_simulator.Webhooks.Sent.Select(sent => (sent.Url.AbsolutePath, sent.StatusCode)), Has.Member(("/recording", (int?)204)));
    });

    [Test]
    public Task A_key_ends_an_audio_file() => PlayAsync("An audio file", async call =>
    {
        await call.PressAsync("1");
        Assert.That(call.Ncco.Single()!["text"]!.ToString(), Is.EqualTo("You have chosen offer 1."));
    });

    [Test]
    public Task The_server_is_told_how_far_a_call_has_come() => PlayAsync("Progress of a call", call =>
    {
        Assert.That(ActionsOf(call), Is.EqualTo(["talk", "notify", "talk"]));
        Assert.That(_simulator.Webhooks.Sent.Select(sent => (sent.Url.AbsolutePath, sent.StatusCode)), Has.Member(("/heard", (int?)204)));
        return Task.CompletedTask;
    });

    [Test]
    public Task A_payment_is_asked_for() => PlayAsync("A payment", call =>
    {
        Assert.That(ActionsOf(call), Is.EqualTo(["pay", "talk"]));
        return Task.CompletedTask;
    });

    [Test]
    public void Every_recipe_is_drawn_and_played()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "docs", "call-flows.md"));
        var recipes = page.Split("\n## ").Skip(1).ToList();
        Assert.That(recipes, Has.All.Contain("```mermaid\nsequenceDiagram\n").And.All.Contain("```csharp\n"));
        var played = File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "tests", "Vonage.Docs.Tests", "CallFlowTests.cs"));
        Assert.That(recipes.Select(recipe => recipe.Split('\n')[0]).Where(title => !played.Contains($"PlayAsync(\"{title}\"", StringComparison.Ordinal)), Is.Empty);
    }

    private async Task PlayAsync(string recipe, Func<SimulatedCall, Task> play)
    {
        var snippet = Snippet.InDocuments().Single(one => one.Document.EndsWith("call-flows.md", StringComparison.Ordinal) && one.Section == recipe);
        await snippet.At(_address).RunAsync(_simulator, _flowroute, async () =>
        {
            var call = await _simulator.Webhooks.ReceiveCallAsync(Caller, Own);
            await play(call);
            await _simulator.Webhooks.SettleAsync();
            Assert.That(_simulator.Webhooks.Sent.Select(sent => sent.StatusCode), Is.All.InRange(200, 299));
        });
    }

    private static IEnumerable<string> ActionsOf(SimulatedCall call) => call.Ncco.Select(action => action!["action"]!.ToString());
}
