using System.Text.Json.Nodes;
using Vonage.Simulation.Tests.Support;

namespace Vonage.Simulation.Tests;

internal sealed class RequestLogTests : ShopTest
{
    private static readonly string[] Values = ["1", "2"];

    [Test]
    public async Task Records_everything()
    {
        UseBasic();
        await PostAsync("/shop.example.com/v1/things?a=1&a=2", new JsonObject { ["name"] = "Lamp" });

        var request = Simulator.Requests.Single();

        Assert.Multiple(() =>
        {
            Assert.That((request.Method, request.Host, request.Path), Is.EqualTo(("POST", "shop.example.com", "/v1/things")));
            Assert.That((request.Spec, request.OperationId, request.Operation), Is.EqualTo(("shop", "addThing", "shop.addThing")));
            Assert.That(request.Query["a"], Is.EqualTo(Values));
            Assert.That(request.Query["b"], Is.Empty);
            Assert.That(request.Headers.Authorization.ToString(), Does.StartWith("Basic "));
            Assert.That((request.ContentType, request.Body, request.Form), Is.EqualTo(("application/json", """{"name":"Lamp"}""", (object?)null)));
            Assert.That((string?)request.Json!["name"], Is.EqualTo("Lamp"));
            Assert.That(request.Content.Length, Is.EqualTo(15));
            Assert.That(request.StatusCode, Is.EqualTo(201));
            Assert.That(request.ReceivedAt, Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(1)));
            Assert.That(request.ToString(), Is.EqualTo("POST shop.example.com/v1/things → 201"));
        });
    }

    [Test]
    public async Task Records_a_form()
    {
        UseBasic();
        await PostFormAsync("/legacy/send", ("to", "447700900000"), ("text", "größer & mehr"));

        var request = Simulator.Requests.Single();

        Assert.That((request.Form!["text"].ToString(), request.Json), Is.EqualTo(("größer & mehr", (object?)null)));
    }

    [Test]
    public async Task Forgets_what_it_is_told_to()
    {
        await GetAsync("/v1/things/1");
        Simulator.Requests.Clear();
        await GetAsync("/v1/things/2");

        Assert.That((Simulator.Requests.Count, Simulator.Requests[0].Path), Is.EqualTo((1, "/v1/things/2")));
    }

    [Test]
    public async Task Finds_a_request_that_has_come_in()
    {
        await GetAsync("/v1/things/1");

        Assert.That((await Simulator.Requests.WaitForAsync(request => request.Path.EndsWith('1'), Patience.Limit)).OperationId, Is.EqualTo("getThing"));
    }

    [Test]
    public async Task Waits_for_a_request_that_is_to_come()
    {
        var waiting = Simulator.Requests.WaitForAsync(request => request.Path.EndsWith('2'), Patience.Limit);
        await GetAsync("/v1/things/1");
        Assert.That(waiting.IsCompleted, Is.False);

        await GetAsync("/v1/things/2");

        Assert.That((await waiting).Path, Is.EqualTo("/v1/things/2"));
    }

    [Test]
    public async Task Gives_up_in_time()
    {
        await GetAsync("/v1/things/1");

        Assert.That(
            () => Simulator.Requests.WaitForAsync(request => request.Method == "PUT", TimeSpan.FromMilliseconds(50)),
            Throws.InstanceOf<TimeoutException>().With.Message.Contains("GET /v1/things/1 → 200"));
    }

    [Test]
    public void Gives_up_when_told_to() => Assert.That(
        () => Simulator.Requests.WaitForAsync(_ => false, cancellationToken: new CancellationToken(canceled: true)),
        Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public async Task Tells_of_each_request()
    {
        var lines = new List<string>();
        Options.OnRequest = request => lines.Add(request.ToString());

        await GetAsync("/v1/things/1?api_secret=x");

        Assert.That(lines, Is.EqualTo(["GET /v1/things/1 → 200"]));
    }

    [Test]
    public async Task Serves_and_records_many_at_once()
    {
        var reading = Task.Run(async () =>
        {
            while (Simulator.Requests.Count(request => request.StatusCode == 200) < 200)
                await Task.Delay(1);
        });

        await Task.WhenAll(Enumerable.Range(0, 200).Select(id => GetAsync($"/v1/things/{id}")));

        await reading.WaitAsync(Patience.Limit);
        Assert.That(Simulator.Requests.Select(request => request.Path).Distinct().Count(), Is.EqualTo(200));
    }
}
