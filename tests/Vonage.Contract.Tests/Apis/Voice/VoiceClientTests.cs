using System.Net;
using System.Security.Cryptography;
using System.Text;
using Vonage.Core;
using Vonage.Voice;

namespace Vonage.Contract.Tests.Apis.Voice;

[TestFixture]
public class VoiceClientTests
{
    private const string Transcript = """{"ver":"2.1.0","channels":[{"duration":1,"transcript":[{"sentence":"Hello."}]}]}""";
    private static readonly VonageCredentials Credentials = CreateCredentials();

    private static IEnumerable<TestCaseData> Commands()
    {
        yield return Case("hangs up", c => c.HangUpAsync("u"), "PUT", "/v1/calls/u", """{"action":"hangup"}""");
        yield return Case("mutes", c => c.MuteAsync("u"), "PUT", "/v1/calls/u", """{"action":"mute"}""");
        yield return Case("unmutes", c => c.UnmuteAsync("u"), "PUT", "/v1/calls/u", """{"action":"unmute"}""");
        yield return Case("earmuffs", c => c.EarmuffAsync("u"), "PUT", "/v1/calls/u", """{"action":"earmuff"}""");
        yield return Case("unearmuffs", c => c.UnearmuffAsync("u"), "PUT", "/v1/calls/u", """{"action":"unearmuff"}""");
        yield return Case(
            "transfers to an NCCO", c => c.TransferAsync("u", Ncco.Create().Talk("Hello")), "PUT", "/v1/calls/u",
            """{"action":"transfer","destination":{"type":"ncco","ncco":[{"action":"talk","text":"Hello"}]}}""");
        yield return Case(
            "transfers to a URL", c => c.TransferToUrlAsync("u", new("https://example.com/ncco")), "PUT", "/v1/calls/u",
            """{"action":"transfer","destination":{"type":"ncco","url":["https://example.com/ncco"]}}""");
        yield return Case("talks", c => c.StartTalkAsync("u", new("Hello")), "PUT", "/v1/calls/u/talk", """{"text":"Hello"}""");
        yield return Case("streams", c => c.StartStreamAsync("u", new(new("https://example.com/a.mp3"))), "PUT", "/v1/calls/u/stream", """{"stream_url":["https://example.com/a.mp3"]}""");
        yield return Case("sends keys", c => c.SendDtmfAsync("u", "12p#"), "PUT", "/v1/calls/u/dtmf", """{"digits":"12p#"}""");

        static TestCaseData Case(string name, Func<IVoiceClient, Task> act, string method, string path, string body) =>
            new TestCaseData(act, method, path, body).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Commands))]
    public async Task Short_form(Func<IVoiceClient, Task> act, string method, string path, string body)
    {
        var server = StubHandler.Of("{}");
        await act(Client(server));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Request.Method, Is.EqualTo(method));
            Assert.That(server.Url.AbsoluteUri, Is.EqualTo("https://api.nexmo.com" + path));
            Assert.That(server.Request.Header("Authorization"), Does.StartWith("Bearer "));
        }

        Json.AssertEqual(server.Request.Text, body);
    }

    [Test]
    public void Nothing_is_sent_for_what_is_missing()
    {
        var server = StubHandler.Of("{}");
        var client = Client(server);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => client.TransferAsync("u", null!), Throws.ArgumentNullException);
            Assert.That(() => client.TransferAsync("u", Ncco.Create()), Throws.TypeOf<InvalidRequestException>());
            Assert.That(() => client.TransferToUrlAsync("u", null!), Throws.ArgumentNullException);
            Assert.That(() => client.StartStreamAsync("u", new(null!)), Throws.ArgumentNullException);
            Assert.That(() => client.StartTalkAsync("u", new(string.Empty)), Throws.TypeOf<InvalidRequestException>());
            Assert.That(() => client.SendDtmfAsync("u", "12a"), Throws.TypeOf<InvalidRequestException>().With.Message.Contains("digits must contain only digits, * and #, and p for a pause of half a second."));
            Assert.That(() => client.HangUpAsync(string.Empty), Throws.TypeOf<InvalidRequestException>());
            Assert.That(() => client.GetTranscriptionAsync(null!), Throws.ArgumentNullException);
            Assert.That(() => client.DownloadRecordingByIdAsync(null!, Stream.Null), Throws.TypeOf<InvalidRequestException>());
            Assert.That(server.Sent, Is.Empty);
        }
    }

    [TestCase("https://api.nexmo.com/v1/files/abc")]
    [TestCase("https://api-us-3.vonage.com/v1/files/abc?v=1")]
    [TestCase("https://api-eu.vonage.com/v1/files/abc")]
    public async Task Downloads_from_Vonage(string url)
    {
        var server = StubHandler.Of("sound", mediaType: "audio/mpeg");
        using var file = new MemoryStream();
        await Client(server).DownloadRecordingAsync(new(url), file);
        using (Assert.EnterMultipleScope())
        {
            AssertFetched(server, url);
            Assert.That(Encoding.UTF8.GetString(file.ToArray()), Is.EqualTo("sound"));
        }
    }

    [Test]
    public async Task Downloads_by_id()
    {
        var server = StubHandler.Of("sound", mediaType: "audio/mpeg");
        using var file = new MemoryStream();
        var progress = new List<long>();
        await Client(server).DownloadRecordingByIdAsync("a b", file, new Steps(progress));
        using (Assert.EnterMultipleScope())
        {
            AssertFetched(server, "https://api.nexmo.com/v1/files/a%20b");
            Assert.That(Encoding.UTF8.GetString(file.ToArray()), Is.EqualTo("sound"));
            Assert.That(progress[^1], Is.EqualTo(5));
        }
    }

    [Test]
    public void A_url_is_no_id()
    {
        var server = StubHandler.Of("{}");
        var client = Client(server);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => client.DownloadRecordingByIdAsync("https://api.nexmo.com/v1/files/abc", Stream.Null), Throws.TypeOf<InvalidRequestException>().With.Message.Contains("DownloadRecordingAsync"));
            Assert.That(() => client.GetTranscriptionByIdAsync("https://api.nexmo.com/v1/files/abc"), Throws.TypeOf<InvalidRequestException>().With.Message.Contains("GetTranscriptionAsync"));
            Assert.That(server.Sent, Is.Empty);
        }
    }

    [Test]
    public async Task Downloads_from_where_an_override_points()
    {
        var server = StubHandler.Of("sound", mediaType: "audio/mpeg");
        var client = Client(server, new() { Hosts = { ["api.nexmo.com"] = new("http://127.0.0.1:4010") } });
        await client.DownloadRecordingAsync(new("https://api.nexmo.com/v1/files/abc"), Stream.Null);
        await client.DownloadRecordingAsync(new("http://127.0.0.1:4010/v1/files/abc"), Stream.Null);
        Assert.That(server.Sent.Select(sent => sent.Url.AbsoluteUri), Is.EqualTo(Enumerable.Repeat("http://127.0.0.1:4010/v1/files/abc", 2)));
        Assert.That(server.Sent.Select(sent => sent.Request.Header("Authorization")), Has.All.StartsWith("Bearer "));
    }

    [TestCase("http://api.nexmo.com/v1/files/abc", Description = "not HTTPS")]
    [TestCase("https://api.nexmo.com.example.com/v1/files/abc", Description = "another's host that begins alike")]
    [TestCase("https://example.com/api.nexmo.com", Description = "another's host")]
    [TestCase("https://evilapi.nexmo.com/v1/files/abc", Description = "another host of the same domain")]
    [TestCase("https://api.nexmo.com:8443/v1/files/abc", Description = "another port")]
    [TestCase("https://api.nexmo.com@example.com/v1/files/abc", Description = "Vonage's host as a user name")]
    [TestCase("http://127.0.0.1:4010/v1/files/abc", Description = "this machine, without an override")]
    [TestCase("ftp://api.nexmo.com/v1/files/abc", Description = "not HTTP at all")]
    public void Sends_its_token_nowhere_else(string url)
    {
        var server = StubHandler.Of("{}");
        var client = Client(server);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => client.DownloadRecordingAsync(new(url), Stream.Null), Throws.TypeOf<InvalidRequestException>());
            Assert.That(() => client.GetTranscriptionAsync(new(url)), Throws.TypeOf<InvalidRequestException>());
            Assert.That(server.Sent, Is.Empty);
        }
    }

    [Test]
    public async Task Reads_transcripts()
    {
        var server = StubHandler.Of(Transcript);
        var client = Client(server);
        var byUrl = await client.GetTranscriptionAsync(new Uri("https://api-eu-3.vonage.com/v1/files/abc"));
        var byId = await client.GetTranscriptionByIdAsync("abc");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { byUrl, byId }.Select(t => t.Channels[0].Transcript[0].Sentence), Is.All.EqualTo("Hello."));
            Assert.That(server.Sent[0].Url.AbsoluteUri, Is.EqualTo("https://api-eu-3.vonage.com/v1/files/abc"));
            Assert.That(server.Sent[1].Url.AbsoluteUri, Is.EqualTo("https://api.nexmo.com/v1/files/abc"));
        }
    }

    [TestCase("ID3 sound")]
    [TestCase("")]
    [TestCase("null")]
    public async Task What_is_no_transcript_is_an_error_of_the_API(string body)
    {
        var client = Client(StubHandler.Of(body, mediaType: "audio/mpeg"));
        var error = await Assert.ThrowsAsync<VonageApiException>(() => client.GetTranscriptionByIdAsync("abc"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Message, Does.Contain("Voice.getTranscription: the response cannot be used: 200 OK.").And.Contain("Transcription"));
            Assert.That(error.Body, Is.EqualTo(body));
            Assert.That(error.Path, Is.EqualTo("/v1/files/abc"));
        }
    }

    [Test]
    public void A_file_that_is_gone_is_an_error_of_the_API()
    {
        var client = Client(StubHandler.Of("""{"title":"Not found"}""", HttpStatusCode.NotFound));
        Assert.That(
            () => client.DownloadRecordingAsync(new("https://api.nexmo.com/v1/files/abc"), Stream.Null),
            Throws.TypeOf<VonageApiException>().With.Property("StatusCode").EqualTo(HttpStatusCode.NotFound));
    }

    private sealed class Steps(List<long> all) : IProgress<long>
    {
        public void Report(long value) => all.Add(value);
    }

    private static void AssertFetched(StubHandler server, string url)
    {
        Assert.That((server.Request.Method, server.Url.AbsoluteUri, server.Request.Text), Is.EqualTo(("GET", url, string.Empty)));
        Assert.That(server.Request.Header("Authorization"), Does.StartWith("Bearer "));
    }

    private static VoiceClient Client(StubHandler server, VonageClientOptions? options = null) => new(new HttpClient(server), Credentials, options);

    private static VonageCredentials CreateCredentials()
    {
        using var key = RSA.Create(2048);
        return VonageCredentials.FromApplication("3b6a8a16-1f1c-4c5c-9a55-2b1c1e1d8a11", key.ExportPkcs8PrivateKeyPem());
    }
}
