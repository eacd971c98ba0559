using Newtonsoft.Json.Linq;
using RestSharp;
using Vonage.Core.Pipeline;
using Vonage.Raw;

namespace Vonage.Core.Tests;

/// <summary>What may go to which address: an address that is not trusted receives nothing of the caller's.</summary>
internal sealed class TrustTests
{
    private const string Gateway = "https://gateway.corp.example/vonage";

    private static readonly string[] Strangers = ["https://evil.example/recording", "http://api.nexmo.com/v1/files/1", "https://api.nexmo.com:8443/v1/files/1"];

    private static readonly string[] Credentials = ["Authorization", "X-Api-Key", "Cookie", "Proxy-Authorization"];

    private readonly StubHandler _network = new();

    [SetUp]
    public void Forget() => _network.Sent.Clear();

    [Test]
    public void Default_headers_do_not_go_to_a_stranger([ValueSource(nameof(Strangers))] string url, [ValueSource(nameof(Credentials))] string header)
    {
        using var http = Http();
        http.DefaultRequestHeaders.TryAddWithoutValidation(header, "Bearer planted");
        var client = new VonageApiClient(http, Keys.All);
        var raw = new RawClient(http, Keys.All);
        foreach (var scheme in new[] { ApiAuthentication.None, ApiAuthentication.Jwt })
        {
            AssertRefused(() => client.DownloadAsync(new Uri(url), scheme, Stream.Null), header);
            AssertRefused(() => raw.GetAsync<JObject>(url, null, scheme), header);
            AssertRefused(() => raw.SendAsync(new RestRequest(url), scheme), header);
        }

        Assert.That(_network.Sent, Is.Empty);
    }

    [Test]
    public void Headers_of_one_call_do_not_go_to_a_stranger([ValueSource(nameof(Strangers))] string url, [ValueSource(nameof(Credentials))] string header)
    {
        using var http = Http();
        var options = new RequestOptions { Headers = { [header] = "Bearer planted" } };
        AssertRefused(() => new VonageApiClient(http, Keys.All).DownloadAsync(new Uri(url), ApiAuthentication.None, Stream.Null, options), header);
        AssertRefused(() => new RawClient(http, Keys.All).GetAsync<JObject>(url, null, ApiAuthentication.None, options), header);
        AssertRefused(() => new RawClient(http, Keys.All).SendAsync(new RestRequest(url).AddHeader(header, "Bearer planted"), ApiAuthentication.None), header);
        Assert.That(_network.Sent, Is.Empty);
    }

    [Test]
    public void An_operation_on_a_host_of_somebody_elses_receives_no_default_header()
    {
        using var http = Http();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer planted");
        var upload = new ApiOperation("Meetings.uploadLogo", "POST", "/", new ApiServer("https://s3.example"));
        AssertRefused(() => new VonageApiClient(http, Keys.All).SendAsync(new ApiRequest(upload, "/", null)), "Authorization");
        Assert.That(_network.Sent, Is.Empty);
    }

    [Test]
    public async Task Headers_that_tell_nothing_may_go_anywhere()
    {
        using var http = Http();
        http.DefaultRequestHeaders.UserAgent.ParseAdd("mine/1.0");
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        var options = new RequestOptions { Headers = { ["Range"] = "bytes=0-99" } };
        await new VonageApiClient(http, Keys.All).DownloadAsync(new Uri(Strangers[0]), ApiAuthentication.None, Stream.Null, options);
        Assert.That((_network.Request.Header("Range"), _network.Request.Header("Accept-Language")), Is.EqualTo(("bytes=0-99", "de")));
    }

    [Test]
    public async Task Default_headers_go_to_the_provider()
    {
        using var http = Http();
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Gateway-Key", "1");
        await new VonageApiClient(http, Keys.All).DownloadAsync(new Uri("https://api.nexmo.com/v1/files/1"), ApiAuthentication.Jwt, Stream.Null);
        Assert.That(_network.Request.Header("X-Gateway-Key"), Is.EqualTo("1"));
    }

    [TestCase("/vonage")]
    [TestCase("/vonage/")]
    [TestCase("/vonage/v1/files/1")]
    [TestCase("/vonage/a/../v1/files/1")]
    public async Task Below_the_base_path_of_an_override_there_is_trust(string path)
    {
        await Behind(Gateway).DownloadAsync(new Uri(new Uri(Gateway), path), ApiAuthentication.Jwt, Stream.Null);
        Assert.That(_network.Request.Header("Authorization"), Does.StartWith("Bearer "));
    }

    [TestCase("/other-tenant")]
    [TestCase("/")]
    [TestCase("/vonage2/v1/files/1")]
    [TestCase("/Vonage/v1/files/1")]
    [TestCase("/vonage/../other-tenant")]
    [TestCase("/vonage/%2e%2e/other-tenant")]
    [TestCase("/vonage/..%2fother-tenant")]
    [TestCase("/vonage/%2E%2E%5Cother-tenant")]
    [TestCase("/vonage/%252e%252e/other-tenant")]
    [TestCase("/vonage/..;/other-tenant")]
    public void Beside_it_there_is_none(string path)
    {
        var url = new Uri("https://gateway.corp.example" + path);
        AssertRefused(() => Behind(Gateway).DownloadAsync(url, ApiAuthentication.Jwt, Stream.Null), "credentials");
        AssertRefused(() => new RawClient(Behind(Gateway)).GetAsync<JObject>(url.OriginalString, null, ApiAuthentication.Basic), "credentials");
        Assert.That(_network.Sent, Is.Empty);
    }

    [TestCase("https://api.nexmo.com/..%2fother-tenant")]
    [TestCase("https://api.nexmo.com/%252e%252e%252fother-tenant")]
    public void A_url_of_the_provider_does_not_lead_out_of_the_base_path(string url)
    {
        AssertRefused(() => Behind(Gateway).DownloadAsync(new Uri(url), ApiAuthentication.Jwt, Stream.Null), "credentials");
        Assert.That(_network.Sent, Is.Empty);
    }

    private static void AssertRefused(Func<Task> call, string what) =>
        Assert.That(
            async () => await call(),
            Throws.InstanceOf<InvalidRequestException>().With.Message.Contains(what).Or.InstanceOf<InvalidRequestException>().With.Message.Contains("must not receive credentials"));

    private HttpClient Http() => new(_network, disposeHandler: false);

    private VonageApiClient Behind(string gateway) => new(Http(), Keys.All, new VonageClientOptions { Hosts = { ["api.nexmo.com"] = new Uri(gateway) } });
}
