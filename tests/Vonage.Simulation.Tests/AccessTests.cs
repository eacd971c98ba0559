using System.Net;
using System.Net.Sockets;
using System.Text;
using Vonage.Simulation.Tests.Support;

namespace Vonage.Simulation.Tests;

/// <summary>A web page in a browser on this machine cannot use the simulator, and nobody can fill its memory.</summary>
internal sealed class AccessTests : ShopTest
{
    [TestCase("evil.example.com")]
    [TestCase("evil.example.com:4010")]
    [TestCase("127.0.0.1.evil.example.com")]
    [TestCase("localhost.evil.example.com")]
    [TestCase("10.0.0.1")]
    [TestCase("0.0.0.0")]
    [TestCase("[2001:db8::1]")]
    public async Task Rejects_a_host_that_is_not_this_machine(string host)
    {
        var answer = await GetAsync(("Host", host));

        Assert.That((answer.Status, answer["detail"]), Is.EqualTo((HttpStatusCode.Forbidden, "The Host header names neither this machine nor a host in SimulatorOptions.AllowedHosts (--allow-host).")));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [TestCase("localhost")]
    [TestCase("LOCALHOST:4010")]
    [TestCase("127.0.0.1")]
    [TestCase("127.1.2.3:80")]
    [TestCase("[::1]:4010")]
    public async Task Accepts_the_names_of_this_machine(string host) => Assert.That((await GetAsync(("Host", host))).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Accepts_a_host_that_is_configured()
    {
        Options.AllowedHosts.Add("simulator.test");

        Assert.That((await GetAsync(("Host", "Simulator.test:4010"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Rejects_a_request_without_a_host()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Simulator.Address.Port);
        await client.GetStream().WriteAsync("GET /v1/things/1 HTTP/1.0\r\n\r\n"u8.ToArray());

        Assert.That(await new StreamReader(client.GetStream(), Encoding.ASCII).ReadLineAsync(), Does.EndWith("403 Forbidden"));
    }

    [TestCase("http://evil.example.com")]
    [TestCase("https://localhost.evil.example.com")]
    [TestCase("http://localhost:3000")]
    [TestCase("http://127.0.0.1")]
    [TestCase("null")]
    [TestCase("")]
    [TestCase("file://")]
    public async Task Rejects_a_page_of_another_origin(string origin)
    {
        UseBasic();

        var answer = await GetAsync(("Origin", origin));

        Assert.That((answer.Status, answer["detail"]), Is.EqualTo((HttpStatusCode.Forbidden, "The Origin header names another site.")));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task Accepts_its_own_origin() =>
        Assert.That((await GetAsync(("Origin", $"http://{Simulator.Address.Authority}"), ("Sec-Fetch-Site", "same-origin"))).Status, Is.EqualTo(HttpStatusCode.OK));

    // An image or a link sends no Origin.
    [TestCase("cross-site")]
    [TestCase("same-site")]
    public async Task Rejects_what_a_page_of_another_site_loads(string site)
    {
        var answer = await GetAsync(("Sec-Fetch-Site", site));

        Assert.That((answer.Status, answer["detail"]), Is.EqualTo((HttpStatusCode.Forbidden, "The Sec-Fetch-Site header names another site.")));
    }

    [Test]
    public async Task Accepts_an_address_that_the_user_typed() => Assert.That((await GetAsync(("Sec-Fetch-Site", "none"))).Status, Is.EqualTo(HttpStatusCode.OK));

    [TestCase(true)]
    [TestCase(false)]
    public async Task Rejects_a_body_that_is_too_large(bool chunked)
    {
        await RestartAsync(options => options.MaxRequestBodySize = 1000);
        UseBasic();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/things") { Content = Json($$"""{"name":"{{new string('x', 1000)}}"}""") };
        request.Headers.TransferEncodingChunked = chunked;

        var answer = await Answer.ReadAsync(await Http.SendAsync(request));

        Assert.That((answer.Status, answer["title"]), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "The request cannot be read")));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task Keeps_the_newest_requests()
    {
        await RestartAsync(options => options.MaxRecorded = 3);

        for (var i = 1; i <= 5; i++)
            await GetAsync($"/v1/things/{i}");

        Assert.That(Simulator.Requests.Select(request => request.Path), Is.EqualTo((string[])["/v1/things/3", "/v1/things/4", "/v1/things/5"]));
    }

    [Test]
    public async Task Keeps_no_more_than_eight_bodies_of_the_maximum_size()
    {
        await RestartAsync(options => options.MaxRequestBodySize = 10_000);
        UseBasic();

        for (var i = 0; i < 20; i++)
            await PostAsync("/v1/things", Json($$"""{"name":"{{new string('x', 9_900)}}"}"""));

        Assert.That(Simulator.Requests.Sum(request => request.Content.Length), Is.InRange(60_000, 80_000));
        Simulator.Requests.Clear();
        await GetAsync("/v1/things/1");
        Assert.That(Simulator.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("header")]
    [TestCase("many headers")]
    [TestCase("query")]
    [TestCase("path")]
    public async Task What_comes_without_a_body_counts_too(string where)
    {
        await RestartAsync(options => options.MaxRequestBodySize = 10_000);
        var text = new string('x', where == "header" ? 20_000 : 7_000);

        for (var i = 0; i < 20; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, where switch { "query" => $"/v1/things/1?{text}", "path" => $"/v1/things/{text}", _ => "/v1/things/1" });
            if (where == "header")
                request.Headers.Add("X-Long", text);
            for (var n = 0; where == "many headers" && n < 90; n++)
                request.Headers.Add($"X-{n}", "70 characters and more, with the name and what else it takes to keep it");
            await Http.SendAsync(request);
        }

        Assert.That(Simulator.Requests, Has.Count.InRange(1, 6));
    }

    [Test]
    public async Task The_newest_request_is_kept_whatever_its_size()
    {
        await RestartAsync(options => options.MaxRequestBodySize = 10);

        await GetAsync(("X-Long", new string('x', 20_000)));

        Assert.That(Simulator.Requests, Has.Count.EqualTo(1));
    }

    private async Task RestartAsync(Action<SimulatorOptions> change)
    {
        change(Options);
        await StopAsync();
        await StartAsync();
    }

    private async Task<Answer> GetAsync(params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/things/1");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Answer.ReadAsync(await Http.SendAsync(request));
    }
}
