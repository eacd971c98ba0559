using System.IO.Compression;
using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;
using Vonage.Raw;

namespace Vonage.Core.Tests;

/// <summary>Replies that are damaged, endless or in another encoding: the right kind of error, with all that is known, and in bounded memory.</summary>
internal sealed class BrokenReplyTests
{
    private const string Known = "X-Request-Id: f94b4e56\r\nRetry-After: 7\r\n";

    private const int Small = 100_000;

    private static readonly byte[] Bomb = Compress("gzip", new byte[100_000_000]);

    // What the library's connections accept.
    private static readonly string[] Codings =
#if NET
        ["gzip", "deflate", "br"];
#else
        ["gzip", "deflate"];
#endif

    // Every way in which a reply is read.
    public static IEnumerable<TestCaseData> Ways() =>
    [
        Way("typed", client => client.SendAsync<Thing>(Operations.GetThing())),
        Way("raw text", client => new RawClient(client).GetAsync<string>("https://api.nexmo.com/a", null, ApiAuthentication.Jwt)),
        Way("raw object", client => new RawClient(client).GetAsync<JObject>("https://api.nexmo.com/a", null, ApiAuthentication.Jwt)),
        Way("rest", client => new RawClient(client).SendAsync(new RestSharp.RestRequest("https://api.nexmo.com/a"), ApiAuthentication.Jwt)),
        Way("followed", client => client.FollowAsync(Operations.GetThing(), Thing.JsonModelType.Read)),
    ];

    public static IEnumerable<TestCaseData> AllWays() => [.. Ways(), Way("download", client => client.DownloadAsync(Operations.GetThing(), Stream.Null))];

    [TestCaseSource(nameof(AllWays))]
    public async Task A_success_that_breaks_off_keeps_its_status_its_id_and_its_headers(Func<VonageApiClient, Task> call)
    {
        var error = await FailAsync<ApiConnectionException>(call, $"HTTP/1.1 200 OK\r\n{Known}Content-Length: 100\r\n\r\n{{\"name\":", exchange => exchange.Reset());
        AssertKnown(error, HttpStatusCode.OK);
        Assert.That(error.Message, Does.Contain("failed: the connection broke before the response (200 OK) was complete."));
    }

    [TestCaseSource(nameof(AllWays))]
    public async Task A_success_that_stands_still_keeps_them_too(Func<VonageApiClient, Task> call)
    {
        var error = await FailAsync<ApiTimeoutException>(call, $"HTTP/1.1 200 OK\r\n{Known}Content-Length: 100\r\n\r\n{{\"name\":", wait: true);
        AssertKnown(error, HttpStatusCode.OK);
        Assert.That(error.Message, Does.EndWith($"failed: the response (200 OK) was not complete within {error.Timeout.TotalSeconds} s."));
    }

    [Test]
    public async Task What_arrived_of_a_success_is_kept()
    {
        var error = await FailAsync<ApiConnectionException>(Typed, $"HTTP/1.1 200 OK\r\n{Known}Content-Length: 100\r\n\r\n{{\"name\":", exchange => exchange.Close());
        Assert.That((error.Body, error.IsBodyTruncated), Is.EqualTo(("{\"name\":", true)));
    }

    [TestCaseSource(nameof(AllWays))]
    public async Task An_error_that_never_ends_is_that_error(Func<VonageApiClient, Task> call)
    {
        var error = await FailAsync<VonageApiException>(call, $"HTTP/1.1 503 Service Unavailable\r\n{Known}Content-Length: 100\r\n\r\nsorry", wait: true);
        AssertKnown(error, HttpStatusCode.ServiceUnavailable);
        Assert.That((error.Body, error.IsBodyTruncated, error.RetryAfter), Is.EqualTo(("sorry", true, (TimeSpan?)TimeSpan.FromSeconds(7))));
    }

    [Test]
    public async Task A_damaged_body_is_an_answer_that_cannot_be_used([ValueSource(nameof(Codings))] string coding, [ValueSource(nameof(Names))] string way)
    {
        var body = Compress(coding, RandomText());
        body.AsSpan(body.Length / 3, 40).Fill(0xFF);
        AssertKnown(await FailAsync<VonageApiException>(Call(way), Reply(200, coding, body)), HttpStatusCode.OK);
    }

    // The platform takes the end of a compressed stream for the end of the text; only JSON shows that something is missing.
    [Test]
    public async Task Compressed_JSON_that_is_cut_is_an_answer_that_cannot_be_used([ValueSource(nameof(Codings))] string coding, [Values("typed", "raw object", "followed")] string way)
    {
        var body = Compress(coding, RandomText());
        AssertKnown(await FailAsync<VonageApiException>(Call(way), Reply(200, coding, body[..(body.Length / 2)])), HttpStatusCode.OK);
    }

    [TestCaseSource(nameof(Codings))]
    public async Task A_damaged_body_of_an_error_leaves_the_error(string coding)
    {
        var body = Compress(coding, RandomText());
        body.AsSpan(body.Length / 3, 40).Fill(0xFF);
        var error = await FailAsync<VonageApiException>(Typed, Reply(429, coding, body));
        AssertKnown(error, HttpStatusCode.TooManyRequests);
        Assert.That(error.IsBodyTruncated, Is.True);
    }

    [TestCaseSource(nameof(Ways))]
    [NonParallelizable]
    public async Task A_compressed_body_is_limited_by_what_it_becomes(Func<VonageApiClient, Task> call)
    {
        Assert.That(Bomb, Has.Length.LessThan(Small), "it passes for a small one");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var error = await FailAsync<VonageApiException>(call, Reply(200, "gzip", Bomb), configure: o => o.MaxResponseLength = 1_000_000);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        AssertKnown(error, HttpStatusCode.OK);
        Assert.That(error.Message, Does.Contain("the response cannot be used: 200 OK. Its body is longer than 1000000 bytes, the limit in MaxResponseLength."));
        Assert.That((error.Body.Length, error.IsBodyTruncated), Is.EqualTo((ApiResponse.MaxBodyLength, true)));
        Assert.That(allocated, Is.LessThan(12_000_000));
    }

    [TestCaseSource(nameof(Ways))]
    public async Task So_is_the_body_of_an_error(Func<VonageApiClient, Task> call)
    {
        var error = await FailAsync<VonageApiException>(call, Reply(500, "gzip", Bomb));
        Assert.That((error.StatusCode, error.Body.Length, error.IsBodyTruncated), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.InternalServerError, ApiResponse.MaxBodyLength, true)));
    }

    [Test]
    public async Task A_body_of_exactly_the_limit_is_read()
    {
        var body = $$"""{"name":"{{new string('x', 989)}}"}""";
        await using var server = RawServer.Saying($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        Assert.That((await Client(server, o => o.MaxResponseLength = 1000).SendAsync<Thing>(Operations.GetThing())).Name, Has.Length.EqualTo(989));
        Assert.That(async () => await Client(server, o => o.MaxResponseLength = 999).SendAsync<Thing>(Operations.GetThing()), Throws.InstanceOf<VonageApiException>());
    }

    [TestCase(1_000_000_000)]
    [TestCase(20)]
    public async Task A_length_that_is_not_true_is_not_believed(int length)
    {
        var body = $$"""{"name":"{{new string('x', 10_000)}}"}""";
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var error = await FailAsync<ApiException>(Typed, $"HTTP/1.1 200 OK\r\n{Known}Content-Length: {length}\r\n\r\n{body}", exchange => exchange.Close());
        AssertKnown(error, HttpStatusCode.OK);
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(5_000_000));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(int.MaxValue)]
    public void The_limit_has_limits(int length) =>
        Assert.That(() => new VonageClientOptions { MaxResponseLength = length }, Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("536,870,912"));

    [TestCase("JObject", """{"a":{"b":1},"c":[1,2""")]
    [TestCase("JObject", """{"a":1""")]
    [TestCase("JObject", """{"a":""")]
    [TestCase("JObject", "{")]
    [TestCase("JArray", "[1,2")]
    [TestCase("JArray", "[{")]
    [TestCase("JToken", """{"a":1,"b":{}""")]
    [TestCase("JToken", "[")]
    [TestCase("object", """{"a":1""")]
    [TestCase("dictionary", """{"a":{"b":1}""")]
    public async Task Cut_JSON_is_an_error(string type, string json)
    {
        var error = await FailAsync<VonageApiException>(
            client =>
            {
                var raw = new RawClient(client);
                return type switch
                {
                    "JObject" => GetAsync<JObject>(),
                    "JArray" => GetAsync<JArray>(),
                    "JToken" => GetAsync<JToken>(),
                    "dictionary" => GetAsync<Dictionary<string, JToken>>(),
                    _ => GetAsync<object>(),
                };

                Task GetAsync<T>() => raw.GetAsync<T>("https://api.nexmo.com/a", null, ApiAuthentication.Jwt);
            },
            $"HTTP/1.1 200 OK\r\n{Known}Content-Length: {json.Length}\r\n\r\n{json}");
        AssertKnown(error, HttpStatusCode.OK);
        Assert.That(error.Body, Is.EqualTo(json));
    }

    [TestCase("utf-7")]
    [TestCase("x-unknown")]
    [TestCase("\"\"")]
    [TestCase("utf-8;x=y")]
    public async Task An_encoding_that_is_unknown_is_read_as_UTF_8(string charset)
    {
        await using var server = RawServer.Saying($"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset={charset}\r\nContent-Length: 18\r\n\r\n{{\"name\":\"größe\"}}");
        Assert.That((await Client(server).SendAsync<Thing>(Operations.GetThing())).Name, Is.EqualTo("größe"));
    }

    [Test]
    public async Task UTF_32_is_not_taken_for_UTF_16([Values("utf-32", "utf-32BE")] string encoding, [Values] bool withMark, [Values] bool isDeclared)
    {
        var text = Encoding.GetEncoding(encoding);
        byte[] body = [.. withMark ? text.GetPreamble() : [], .. text.GetBytes("""{"name":"größe"}""")];
        await using var server = new RawServer(async exchange =>
        {
            await exchange.AnswerAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json{(isDeclared ? "; charset=" + encoding : "")}\r\nContent-Length: {body.Length}\r\n\r\n");
            await exchange.WriteAsync(body);
        });
        Assert.That((await Client(server).SendAsync<Thing>(Operations.GetThing())).Name, Is.EqualTo("größe"));
    }

    [Test]
    public async Task UTF_16_is_read_whether_it_is_declared_or_not([Values("utf-16", "utf-16BE")] string encoding, [Values] bool withMark, [Values] bool isDeclared, [Values(200, 400)] int status)
    {
        var text = Encoding.GetEncoding(encoding);
        byte[] body = [.. withMark ? text.GetPreamble() : [], .. text.GetBytes("""{"name":"größe","title":"größe"}""")];
        await using var server = new RawServer(async exchange =>
        {
            await exchange.AnswerAsync($"HTTP/1.1 {status} X\r\nContent-Type: application/json{(isDeclared ? "; charset=" + encoding : "")}\r\nContent-Length: {body.Length}\r\n\r\n");
            await exchange.WriteAsync(body);
        });
        if (status == 200)
            Assert.That((await Client(server).SendAsync<Thing>(Operations.GetThing())).Name, Is.EqualTo("größe"));
        else
            Assert.That((await Assert.ThrowsAsync<VonageApiException>(() => Client(server).SendAsync<Thing>(Operations.GetThing())))!.Problem!.Title, Is.EqualTo("größe"));
    }

    [TestCase("ftp://127.0.0.1/file")]
    [TestCase("file:///etc/passwd")]
    [TestCase("javascript:alert(1)")]
    [TestCase("http://user:password@127.0.0.1/file")]
    [TestCase("//user@127.0.0.1/file")]
    [TestCase("http://[")]
    public async Task A_redirect_that_leads_nowhere_is_the_servers_error(string location)
    {
        var error = await FailAsync<VonageApiException>(client => client.DownloadAsync(Operations.GetThing(), Stream.Null), $"HTTP/1.1 302 Found\r\n{Known}Location: {location}\r\nContent-Length: 0\r\n\r\n");
        AssertKnown(error, HttpStatusCode.Found);
        Assert.That(error.ToString(), Does.Not.Contain("password"));
    }

    private static IEnumerable<string> Names() => AllWays().Select(NameOf);

    private static string NameOf(TestCaseData way) => way.TestName!.Split(": ")[1];

    private static Func<VonageApiClient, Task> Call(string way) => (Func<VonageApiClient, Task>)AllWays().Single(w => NameOf(w) == way).Arguments[0]!;

    private static TestCaseData Way(string name, Func<VonageApiClient, Task> call) => new TestCaseData(call).SetName("{m}: " + name);

    private static Task Typed(VonageApiClient client) => client.SendAsync<Thing>(Operations.GetThing());

    private static void AssertKnown(ApiException error, HttpStatusCode status) => Assert.Multiple(() =>
    {
        Assert.That(error.StatusCode, Is.EqualTo(status));
        Assert.That(error.RequestId, Is.EqualTo("f94b4e56"));
        Assert.That(error.Headers["Retry-After"], Is.EqualTo((string[])["7"]));
        Assert.That(error.WasSent, Is.EqualTo(RequestSent.Yes));
    });

    private static VonageApiClient Client(RawServer server, Action<VonageClientOptions>? configure = null)
    {
        var options = new VonageClientOptions { Retry = RetryOptions.None, Hosts = { ["api.nexmo.com"] = server.Address } };
        configure?.Invoke(options);
        return new VonageApiClient(Keys.All, options);
    }

    private static async Task<T> FailAsync<T>(Func<VonageApiClient, Task> call, string reply, Action<RawExchange>? end = null, bool wait = false)
        where T : ApiException
    {
        await using var server = new RawServer(async exchange =>
        {
            await exchange.AnswerAsync(reply);
            if (wait)
                await exchange.WaitForEndAsync();
            await Task.Delay(20);
            end?.Invoke(exchange);
        });
        if (!wait)
            return (await Assert.CatchAsync<T>(() => call(Client(server))))!;
        var error = await Patience.TryAsync(TimeSpan.FromSeconds(0.3), async time => await Assert.CatchAsync<ApiException>(() => call(Client(server, o => o.Timeout = time))), error => error?.StatusCode is not null);
        Assert.That(error, Is.InstanceOf<T>());
        return (T)error!;
    }

    private static async Task<T> FailAsync<T>(Func<VonageApiClient, Task> call, (string Head, byte[] Body) reply, Action<VonageClientOptions>? configure = null)
        where T : ApiException
    {
        await using var server = new RawServer(async exchange =>
        {
            await exchange.AnswerAsync(reply.Head);
            await exchange.WriteAsync(reply.Body);
        });
        return (await Assert.CatchAsync<T>(() => call(Client(server, configure))))!;
    }

    private static (string Head, byte[] Body) Reply(int status, string coding, byte[] body) =>
        ($"HTTP/1.1 {status} X\r\n{Known}Content-Encoding: {coding}\r\nContent-Length: {body.Length}\r\n\r\n", body);

    private static byte[] RandomText() =>
        Encoding.UTF8.GetBytes($$"""{"name":"{{string.Concat(Enumerable.Range(0, 2000).Select(i => (i * 7919 % 104729).ToString()))}}"}""");

    private static byte[] Compress(string coding, byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Optimal),
            _ => new BrotliStream(compressed, CompressionLevel.Fastest),
        })
            stream.Write(bytes);
        return compressed.ToArray();
    }
}
