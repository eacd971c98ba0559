using System.Net;
using Vonage.Simulation.Tests.Support;

namespace Vonage.Simulation.Tests;

internal sealed class StateTests : ShopTest
{
    [Test]
    public async Task Answers_in_place_of_the_example()
    {
        await GetAsync("/v1/names/ada.csv");

        Assert.That((await GetAsync("/v1/names/ada.csv")).Text, Is.EqualTo("ada;2"));
        Assert.That((await GetAsync("/v1/things/newest")).Text, Is.EqualTo("\"newest\""));
    }

    [Test]
    public async Task Sees_no_request_that_breaks_the_document()
    {
        Assert.That((await GetAsync("/v1/names/much-too-long.csv")).Status, Is.EqualTo(HttpStatusCode.BadRequest));

        Assert.That((await GetAsync("/v1/names/ada.csv")).Text, Is.EqualTo("ada;1"));
    }

    [Test]
    public async Task Handles_one_request_at_a_time()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => GetAsync("/v1/names/ada.csv")));

        Assert.That(answers.Select(answer => answer.Text), Is.EquivalentTo(Enumerable.Range(1, 64).Select(count => $"ada;{count}")));
    }

    [Test]
    public async Task Is_each_simulators_own()
    {
        await using var other = await ShopSimulator.StartAsync(new SimulatorOptions());
        await GetAsync("/v1/names/ada.csv");

        Assert.That(await Http.GetStringAsync(new Uri(other.Address, "/v1/names/ada.csv")), Is.EqualTo("ada;1"));
    }

    [Test]
    public async Task A_scheme_that_the_simulator_does_not_know_is_named()
    {
        await GetAsync("/legacy/search");

        Assert.That(Simulator.Requests.Single().AuthenticationError, Does.Contain("does not support (key-in-query)"));
    }
}
