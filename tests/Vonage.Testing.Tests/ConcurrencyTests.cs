using System.Net;
using System.Text.Json.Nodes;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

internal sealed class ConcurrencyTests : SimulatorTest
{
    private const int Tasks = 64;

    [Test]
    public async Task State_is_exact_under_load()
    {
        UseBasic();

        var answers = await Task.WhenAll(Enumerable.Range(0, Tasks)
            .Select(i => PostFormAsync("/rest.nexmo.com/sms/json", ("from", "ACME"), ("to", "447700900000"), ("text", $"Message {i}"))));

        Assert.That(answers.Select(answer => answer["messages.0.message-id"]), Is.Unique);
        Assert.That(answers.Select(answer => answer["messages.0.remaining-balance"]), Is.Unique);
        Assert.That(Simulator.Balance, Is.EqualTo(100m - (Tasks * 0.0333m)));
        Assert.That(Simulator.Requests, Has.Count.EqualTo(Tasks));
    }

    [Test]
    public async Task Two_secrets_are_the_limit_under_load()
    {
        UseBasic();

        var answers = await Task.WhenAll(Enumerable.Range(0, Tasks)
            .Select(i => PostAsync($"/accounts/{Simulator.ApiKey}/secrets", new JsonObject { ["secret"] = $"Another5ecret{i}" })));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
    }

    [Test]
    public async Task Tokens_are_checked_side_by_side()
    {
        UseToken();

        var answers = await Task.WhenAll(Enumerable.Range(0, Tasks).Select(_ => GetAsync("/v1/calls")));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Ordered_answers_are_given_once_each()
    {
        UseToken();
        Simulator.Respond("listCalls", 429, times: 10);

        var answers = await Task.WhenAll(Enumerable.Range(0, Tasks).Select(_ => GetAsync("/v1/calls")));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests), Is.EqualTo(10));
    }

    [Test]
    public async Task Simulators_do_not_know_of_each_other()
    {
        await using var other = await VonageSimulator.StartAsync();
        UseBasic();

        await PostFormAsync("/sms/json", ("from", "ACME"), ("to", "447700900000"), ("text", "Hello"));

        Assert.That((other.Balance, other.Requests.Count, other.Address == Simulator.Address), Is.EqualTo((100m, 0, false)));
    }
}
