using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;

namespace Vonage.Core.Tests;

internal sealed class SendTests : ServerTest
{
    [Test]
    public async Task A_request_arrives_as_it_was_described()
    {
        Server.Reply(201, """{"name":"made","price":1.20}""");
        var made = await Client(Keys.Account).SendAsync<Thing>(Operations.CreateThing(new Thing { Name = "a ß 😀", Count = 3 }));
        var request = Server.Request;
        Assert.That((request.Method, request.Path, request.Query), Is.EqualTo(("POST", "/v1/things", "")));
        Assert.That(request.Text, Is.EqualTo("""{"name":"a ß 😀","count":3}"""));
        Assert.That(request.Header("Content-Type"), Is.EqualTo("application/json"));
        Assert.That(request.Header("Content-Length"), Is.EqualTo(request.Body.Length.ToString()));
        Assert.That(request.Header("Accept"), Is.EqualTo("application/json"));
        Assert.That(request.Header("User-Agent"), Does.Match(@"^vonage-generated/\d+\.\d+\.\d+\S* \.NET/10\.\S+$"));
        Assert.That((made.Name, made.Price), Is.EqualTo(("made", 1.20m)));
    }

    [Test]
    public async Task Queries_are_escaped_and_lists_repeated_or_joined()
    {
        var request = Operations.GetThing()
            .Query("a", "x y&z=ß")
            .Query("unset", null)
            .Query("many", ["1", "2"], explode: true)
            .Query("joined", ["3", "4"], explode: false)
            .Query("none", [], explode: false)
            .Query("nothing", null, explode: true);
        Assert.That(request.QueryString, Is.EqualTo("a=x%20y%26z%3D%C3%9F&many=1&many=2&joined=3%2C4"));
        request.Query("more", "5");
        await Client().SendAsync<Thing>(request);
        Assert.That(Server.Request.Query, Is.EqualTo("?a=x%20y%26z%3D%C3%9F&many=1&many=2&joined=3%2C4&more=5"));
    }

    [Test]
    public async Task A_long_query_is_whole()
    {
        var text = new string('x', 5000);
        await Client().SendAsync<Thing>(Operations.GetThing().Query("q", text));
        await Client().SendAsync<Thing>(Operations.GetThing().Query("q", "short"));
        Assert.That(Server.Requests.Select(r => r.Query.Length), Is.EqualTo((int[])[5003, 8]));
    }

    [Test]
    public async Task Segments_with_slashes_stay_one_segment()
    {
        Server.Answer = context => LoopbackServer.Json(context, 200, ApiJson.Serialize(new Thing { Name = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget }));
        var reply = await Client().SendAsync<Thing>(new ApiRequest(Operations.Get, "/v1/things/" + WireFormat.Segment("id", "a/b ?#%2F"), null));
        Assert.That(reply.Name, Is.EqualTo("/v1/things/a%2Fb%20%3F%23%252F"));
    }

    [Test]
    public async Task A_form_arrives_as_one()
    {
        await Client().SendAsync<Thing>(new ApiRequest(Operations.Create, "/v1/things", null).Form(new ThingForm { Name = "a b&c", Count = 1, Tags = { "ß" } }));
        Assert.That(Server.Request.Text, Is.EqualTo("name=a+b%26c&count=1&tags=%C3%9F"));
        Assert.That(Server.Request.Header("Content-Type"), Is.EqualTo("application/x-www-form-urlencoded"));
    }

    [Test]
    public async Task A_large_body_and_reply_are_whole()
    {
        var name = string.Concat(Enumerable.Repeat("ß😀x", 100_000));
        Server.Answer = context => LoopbackServer.Json(context, 200, ApiJson.Serialize(new Thing { Name = name }));
        var reply = await Client().SendAsync<Thing>(new ApiRequest(Operations.Create, "/v1/things", null).Json(new JObject { ["name"] = name }));
        Assert.That(Server.Request.Text, Is.EqualTo($$"""{"name":"{{name}}"}"""));
        Assert.That(reply.Name, Is.EqualTo(name));
    }

    [Test]
    public async Task A_reply_in_pieces_is_whole()
    {
        Server.Answer = async context =>
        {
            foreach (var value in Encoding.UTF8.GetBytes("""{"name":"a ß 😀"}"""))
            {
                await context.Response.Body.WriteAsync(new[] { value });
                await context.Response.Body.FlushAsync();
            }
        };
        Assert.That((await Client().SendAsync<Thing>(Operations.GetThing())).Name, Is.EqualTo("a ß 😀"));
    }

    [TestCase("application/json; charset=utf-8", "utf-8", true)]
    [TestCase("application/json; charset=\"UTF-8\"", "utf-8", false)]
    [TestCase("application/json; charset=utf8", "utf-8", false)]
    [TestCase("application/json; charset=iso-8859-1", "iso-8859-1", false)]
    [TestCase("application/json; charset=utf-16", "utf-16", false)]
    [TestCase("application/json; charset=klingon", "utf-8", false)]
    public async Task A_reply_is_read_in_its_encoding(string type, string encoding, bool preamble)
    {
        Server.Answer = context =>
        {
            context.Response.ContentType = type;
            var bytes = Encoding.GetEncoding(encoding).GetBytes("""{"name":"ß"}""");
            return context.Response.Body.WriteAsync(preamble ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes).AsTask();
        };
        Assert.That((await Client().SendAsync<Thing>(Operations.GetThing())).Name, Is.EqualTo("ß"));
    }

    [Test]
    public async Task A_compressed_reply_is_read()
    {
        Server.Answer = async context =>
        {
            Assert.That(context.Request.Headers.AcceptEncoding.ToString(), Does.Contain("gzip"));
            context.Response.Headers.ContentEncoding = "gzip";
            using var buffer = new MemoryStream();
            using (var gzip = new System.IO.Compression.GZipStream(buffer, System.IO.Compression.CompressionLevel.Fastest))
                gzip.Write("""{"name":"zipped"}"""u8);
            await context.Response.Body.WriteAsync(buffer.ToArray());
        };
        Assert.That((await Client().SendAsync<Thing>(Operations.GetThing())).Name, Is.EqualTo("zipped"));
    }

    [Test]
    public async Task A_reply_of_text_is_read_as_text()
    {
        Server.Reply(200, "a,b\n1,2", "text/csv");
        Assert.That(await Client().SendTextAsync(Operations.GetThing(), default), Is.EqualTo("a,b\n1,2"));
        Server.Reply(200, "\"quoted\"");
        Assert.That(await Client().SendTextAsync(Operations.GetThing(), default), Is.EqualTo("\"quoted\""));
        Assert.That(await Client().SendAsync(Operations.GetThing(), JsonRead.Text), Is.EqualTo("quoted"));
    }

    [TestCase(200)]
    [TestCase(202)]
    [TestCase(204)]
    public async Task An_empty_reply_is_fine_where_none_is_expected(int status)
    {
        Server.Answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await Client().SendAsync(Operations.GetThing());
        Assert.That(await Client().SendOptionalAsync<Thing>(Operations.GetThing()), Is.Null);
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client().SendAsync<Thing>(Operations.GetThing())))!;
        Assert.That(error.Message, Does.Contain("Things.get").And.Contain(status.ToString()).And.Contain("no body").And.Contain("Thing"));
        Assert.That(error.StatusCode, Is.EqualTo((HttpStatusCode)status));
    }

    [Test]
    public async Task An_optional_reply_is_read_where_there_is_one()
    {
        Server.Reply(200, """{"name":"a"}""");
        Assert.That((await Client().SendOptionalAsync<Thing>(Operations.GetThing()))!.Name, Is.EqualTo("a"));
        Server.Reply(200, "null");
        Assert.That(await Client().SendOptionalAsync<Thing>(Operations.GetThing()), Is.Null);
    }

    [Test]
    public async Task A_body_that_nobody_asked_for_is_left_alone()
    {
        Server.Reply(200, new string('x', 100_000), "text/html");
        await Client().SendAsync(Operations.GetThing());
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_reply_that_checks_itself_can_report_a_failure()
    {
        Server.Reply(200, """{"status":0}""");
        Assert.That((await Client().SendAsync<CheckedReply>(Operations.GetThing())).Status, Is.Zero);
        Server.Reply(200, """{"status":4}""");
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client().SendAsync<CheckedReply>(Operations.GetThing())))!;
        Assert.That(error.Body, Is.EqualTo("""{"status":4}"""));
        Assert.That(error.Problem, Is.Null);
        Assert.That(error.Message, Does.Contain("200 OK").And.Contain("Status 4."));
    }

    [Test]
    public void A_body_that_breaks_a_rule_is_not_sent()
    {
        Assert.That(
            () => Operations.CreateThing(new Thing { Name = "far too long a name" }),
            Throws.InstanceOf<InvalidRequestException>().With.Message.StartsWith("Things.create: name must have"));
        Assert.That(Server.Requests, Is.Empty);
    }

    [Test]
    public async Task Headers_for_one_call_go_with_it()
    {
        var options = new RequestOptions { Headers = { ["X-Trace"] = "42", ["accept"] = "application/hal+json", ["Content-Type"] = "application/vnd.x+json", ["User-Agent"] = "mine/1" } };
        await Client().SendAsync<Thing>(Operations.CreateThing(new Thing { Name = "a" }, options).Header("X-Declared", "1").Header("X-Unset", null));
        var request = Server.Request;
        Assert.That(request.Header("X-Trace"), Is.EqualTo("42"));
        Assert.That(request.Header("X-Declared"), Is.EqualTo("1"));
        Assert.That(request.Header("Accept"), Is.EqualTo("application/hal+json"));
        Assert.That(request.Header("Content-Type"), Is.EqualTo("application/vnd.x+json"));
        Assert.That(request.Header("User-Agent"), Is.EqualTo("mine/1"));
        Assert.That(request.Header("X-Unset"), Is.Null);
    }

    [TestCase("X-Trace", "a\r\nX-Evil: 1")]
    [TestCase("X-Trace", "a\nb")]
    [TestCase("Content-Type", "text/plain")]
    [TestCase("not a name", "1")]
    public void Headers_that_cannot_be_are_refused(string name, string value) =>
        Assert.That(
            async () => await Client().SendAsync<Thing>(Operations.GetThing(new RequestOptions { Headers = { [name] = value } })),
            Throws.InstanceOf<InvalidRequestException>().With.Message.Contains(name));

    [Test]
    public async Task The_application_can_be_named()
    {
        await Client(configure: o => o.ApplicationName = "shop/2.1").SendAsync<Thing>(Operations.GetThing());
        Assert.That(Server.Request.Header("User-Agent"), Does.EndWith(" shop/2.1"));
    }

    [Test]
    public async Task The_callers_own_http_client_is_used_and_kept()
    {
        var handler = new StubHandler();
        var http = new HttpClient(handler) { BaseAddress = new Uri("https://elsewhere.example") };
        await new VonageApiClient(http, Keys.All).SendAsync<Thing>(Operations.GetThing().Query("a", "1"));
        Assert.That(handler.Url.AbsoluteUri, Is.EqualTo("https://api.nexmo.com/v1/things/1?a=1"));
        await new VonageApiClient(http, Keys.All).SendAsync<Thing>(Operations.GetThing());
        Assert.That(handler.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Sixty_four_callers_share_one_client()
    {
        Server.Answer = async context =>
        {
            var body = Encoding.UTF8.GetString(Server.Requests.Single(r => r.Query == context.Request.QueryString.Value).Body);
            await LoopbackServer.Json(context, 200, body);
        };
        var client = Client();
        var replies = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() =>
            client.SendAsync<Thing>(Operations.CreateThing(new Thing { Name = $"n{i}", Count = i }).Query("i", WireFormat.Text(i))))));
        Assert.That(replies.Select(r => r.Count), Is.EqualTo(Enumerable.Range(0, 64)));
        Assert.That(replies.Select(r => r.Name), Is.EqualTo(Enumerable.Range(0, 64).Select(i => $"n{i}")));
        Assert.That(Server.Requests.Select(r => r.Header("Authorization")).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void What_is_missing_is_an_argument_error()
    {
        Assert.That(() => new ApiClient(null!, Keys.All), Throws.ArgumentNullException);
        Assert.That(() => new ApiClient(null!), Throws.ArgumentNullException);
        Assert.That(async () => await Client().SendAsync<Thing>(null!), Throws.ArgumentNullException);
        Assert.That(async () => await Client().SendAsync(null!), Throws.ArgumentNullException);
    }

    [Test]
    public async Task A_neutral_client_needs_no_provider()
    {
        var client = new ApiClient(Keys.Account, Options());
        Server.Reply(418, "short and stout");
        var error = (await Assert.ThrowsAsync<ApiException>(() => client.SendAsync<Thing>(Operations.GetThing())))!;
        Assert.That(error.GetType(), Is.EqualTo(typeof(ApiException)));
    }
}
