using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class FailureTests : ServerTest
{
    [Test]
    public async Task An_error_says_all_that_is_known()
    {
        Server.Answer = context =>
        {
            context.Response.Headers["X-Request-Id"] = "f94b4e56";
            context.Response.Headers["Retry-After"] = "15";
            return LoopbackServer.Json(context, 401, """{"type":"https://developer.vonage.com/api-errors#unauthorized","title":"Unauthorized","detail":"You did not provide correct credentials.","instance":"bf0ca0bf","extra":1}""", "application/problem+json");
        };
        var error = await Fail(Operations.GetThing().Query("secret", "in-the-query"));
        Assert.That(error.Message, Is.EqualTo("Things.get failed: 401 Unauthorized. Unauthorized: You did not provide correct credentials. (authenticated with Jwt, application aaaaaaaa-bbbb-cccc-dddd-0123456789ab; request id f94b4e56)"));
        Assert.That((error.StatusCode, error.Operation, error.Method, error.Path), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.Unauthorized, "Things.get", HttpMethod.Get, "/v1/things/1")));
        Assert.That((error.RequestId, error.RetryAfter, error.IsBodyTruncated), Is.EqualTo(("f94b4e56", (TimeSpan?)TimeSpan.FromSeconds(15), false)));
        Assert.That(error.Headers["content-type"].Single(), Is.EqualTo("application/problem+json"));
        Assert.That(error.Problem!.Instance, Is.EqualTo("bf0ca0bf"));
        Assert.That((int)error.Problem.AdditionalProperties["extra"], Is.EqualTo(1));
        Assert.That(error.ToString(), Does.Not.Contain("in-the-query").And.Not.Contain(Keys.ApiSecret).And.Not.Contain("Bearer"));
    }

    [Test]
    public async Task A_page_of_html_is_an_error_like_any_other()
    {
        Server.Reply(502, "<html><body>Bad gateway</body></html>", "text/html");
        var error = await Fail(Operations.GetThing());
        Assert.That(error.Message, Is.EqualTo("Things.get failed: 502 Bad Gateway"));
        Assert.That((error.Problem, error.Body), Is.EqualTo(((ApiProblem?)null, "<html><body>Bad gateway</body></html>")));
    }

    [Test]
    public async Task An_error_without_a_body_has_an_empty_one()
    {
        Server.Answer = context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        var error = await Fail(Operations.GetThing());
        Assert.That((error.Body, error.Problem, error.RequestId, error.RetryAfter), Is.EqualTo((string.Empty, (ApiProblem?)null, (string?)null, (TimeSpan?)null)));
    }

    [Test]
    public async Task A_huge_error_is_cut_at_64_kb()
    {
        Server.Reply(500, new string('x', 200_000), "text/plain");
        var error = await Fail(Operations.GetThing());
        Assert.That((error.Body.Length, error.IsBodyTruncated), Is.EqualTo((65_536, true)));
    }

    [Test]
    public async Task An_error_of_exactly_64_kb_is_whole()
    {
        Server.Reply(500, new string('x', 65_536), "text/plain");
        var error = await Fail(Operations.GetThing());
        Assert.That((error.Body.Length, error.IsBodyTruncated), Is.EqualTo((65_536, false)));
    }

    [Test]
    public async Task A_character_is_not_cut_in_half()
    {
        Server.Reply(500, "x" + new string('ß', 40_000), "text/plain");
        var error = await Fail(Operations.GetThing());
        Assert.That(error.Body, Is.EqualTo("x" + new string('ß', 32_767)));
    }

    [Test]
    public async Task An_error_is_read_in_its_encoding()
    {
        Server.Answer = context =>
        {
            context.Response.StatusCode = 400;
            context.Response.ContentType = "text/plain; charset=iso-8859-1";
            return context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("größer")).AsTask();
        };
        Assert.That((await Fail(Operations.GetThing())).Body, Is.EqualTo("größer"));
    }

    [Test]
    public async Task An_error_that_breaks_off_is_still_that_error()
    {
        var handler = new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StreamContent(new Broken()) }));
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => new VonageApiClient(new HttpClient(handler), Keys.All).SendAsync<Thing>(Operations.GetThing())))!;
        Assert.That((error.StatusCode, error.Body, error.IsBodyTruncated), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.ServiceUnavailable, "half", true)));
    }

    [Test]
    public async Task A_success_that_cannot_be_read_is_an_error_with_its_text()
    {
        Server.Reply(200, "<html>login</html>", "text/html");
        var error = await Fail(Operations.GetThing());
        Assert.That(error.Message, Does.Contain("Things.get").And.Contain("200 OK").And.Contain("Thing").And.Not.Contain("login"));
        Assert.That(error.Body, Is.EqualTo("<html>login</html>"));
        Assert.That(error.InnerException, Is.InstanceOf<Newtonsoft.Json.JsonException>());
        Assert.That(error.Problem, Is.Null);
    }

    [TestCase("""{"name":"cut off""")]
    [TestCase("[1,2]")]
    public async Task A_success_of_another_shape_is_an_error(string body)
    {
        Server.Reply(200, body);
        Assert.That((await Fail(Operations.GetThing())).Body, Is.EqualTo(body));
    }

    [Test]
    public async Task A_huge_success_that_cannot_be_read_keeps_its_beginning()
    {
        Server.Reply(200, new string('x', 100_000), "text/plain");
        var error = await Fail(Operations.GetThing());
        Assert.That((error.Body.Length, error.IsBodyTruncated), Is.EqualTo((65_536, true)));
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        Server.Answer = context =>
        {
            context.Response.Redirect("https://elsewhere.example/");
            return Task.CompletedTask;
        };
        Assert.That((await Fail(Operations.GetThing())).StatusCode, Is.EqualTo(HttpStatusCode.Found));
    }

    [Test]
    public async Task A_request_without_a_typed_reply_fails_in_the_same_way()
    {
        Server.Reply(409, """{"title":"Conflict"}""");
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client().SendAsync(Operations.GetThing())))!;
        Assert.That((error.StatusCode, error.Problem!.Title), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.Conflict, "Conflict")));
    }

    [Test]
    public async Task A_server_that_is_not_there_is_a_connection_error()
    {
        var client = new VonageApiClient(Keys.All, new VonageClientOptions { Hosts = { ["api.nexmo.com"] = new Uri($"http://127.0.0.1:{Ports.Free()}") } });
        var error = (await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync<Thing>(Operations.GetThing())))!;
        Assert.That(error.Message, Does.StartWith("Things.get failed: no connection was established. Nothing was sent."));
        Assert.That(error.InnerException, Is.InstanceOf<HttpRequestException>());
        Assert.That((error.StatusCode, error.Body, error.Headers.Count), Is.EqualTo(((HttpStatusCode?)null, string.Empty, 0)));
    }

    [Test]
    public void A_connection_that_breaks_in_a_reply_is_a_connection_error()
    {
        Server.Answer = async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{\"na");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        Assert.That(async () => await Client().SendAsync<Thing>(Operations.GetThing()), Throws.InstanceOf<ApiConnectionException>());
    }

    [Test]
    public void What_another_handler_throws_passes_through()
    {
        var handler = new StubHandler((_, _) => throw new InvalidOperationException("circuit open"));
        Assert.That(
            async () => await new VonageApiClient(new HttpClient(handler), Keys.All).SendAsync<Thing>(Operations.GetThing()),
            Throws.InstanceOf<InvalidOperationException>().With.Message.EqualTo("circuit open"));
    }

    [TestCase(400)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task Nothing_is_sent_twice(int status)
    {
        Server.Reply(status, "{}");
        await Fail(Operations.CreateThing(new Thing { Name = "a" }));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    private async Task<VonageApiException> Fail(ApiRequest request) => (await Assert.ThrowsAsync<VonageApiException>(() => Client().SendAsync<Thing>(request)))!;

    private sealed class Broken : ScriptedStream
    {
        private bool _read;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read)
                throw new IOException("connection reset");
            _read = true;
            "half"u8.CopyTo(buffer.Span);
            return new(4);
        }
    }
}
