using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class HostTests
{
    private static readonly ApiServer Secured = new("https://api.nexmo.com");

    [TestCase(null, "https://api.nexmo.com/v1/things/1")]
    [TestCase(VonageRegion.Europe, "https://api-eu.vonage.com/v1/things/1")]
    [TestCase(VonageRegion.AsiaPacific, "https://api-ap.vonage.com/v1/things/1")]
    [TestCase(VonageRegion.UnitedStates, "https://api.nexmo.com/v1/things/1")]
    public async Task A_region_leads_to_its_own_server_where_there_is_one(VonageRegion? region, string url) =>
        Assert.That(await UrlOf(new VonageClientOptions { Region = region }, Operations.Get, "/v1/things/1"), Is.EqualTo(url));

    [TestCase("http://127.0.0.1:4010", "http://127.0.0.1:4010/v1/things/1")]
    [TestCase("http://127.0.0.1:4010/", "http://127.0.0.1:4010/v1/things/1")]
    [TestCase("http://127.0.0.1:4010/mock", "http://127.0.0.1:4010/mock/v1/things/1")]
    [TestCase("http://127.0.0.1:4010/mock/", "http://127.0.0.1:4010/mock/v1/things/1")]
    [TestCase("https://proxy.example/a/b/", "https://proxy.example/a/b/v1/things/1")]
    [TestCase("http://mock:4010", "http://mock:4010/v1/things/1")]
    public async Task An_override_takes_the_hosts_place(string replacement, string url) =>
        Assert.That(await UrlOf(new VonageClientOptions { Hosts = { ["API.nexmo.COM"] = new Uri(replacement) } }, Operations.Get, "/v1/things/1"), Is.EqualTo(url));

    [Test]
    public async Task A_servers_own_base_path_stays()
    {
        var operation = new ApiOperation("Video.get", "GET", "/project", Operations.Based, ApiAuthentication.Jwt);
        Assert.That(await UrlOf(new VonageClientOptions(), operation, "/project"), Is.EqualTo("https://video.api.vonage.com/v2/project"));
        var options = new VonageClientOptions { Hosts = { ["video.api.vonage.com"] = new Uri("http://127.0.0.1:1/mock/") } };
        Assert.That(await UrlOf(options, operation, "project"), Is.EqualTo("http://127.0.0.1:1/mock/v2/project"));
    }

    [Test]
    public async Task An_override_reaches_nothing_else()
    {
        var options = new VonageClientOptions { Region = VonageRegion.Europe, Hosts = { ["api-eu.vonage.com"] = new Uri("http://127.0.0.1:1") } };
        Assert.That(await UrlOf(options, Operations.Get, "/a"), Is.EqualTo("http://127.0.0.1:1/a"));
        Assert.That(await UrlOf(options, Operations.With("GET", ApiAuthentication.Basic), "/a"), Is.EqualTo("https://rest.nexmo.com/a"));
        Assert.That(await UrlOf(new VonageClientOptions { Hosts = { ["api-eu.vonage.com"] = new Uri("http://127.0.0.1:1") } }, Operations.Get, "/a"), Is.EqualTo("https://api.nexmo.com/a"));
    }

    [Test]
    public async Task A_call_can_have_a_host_of_its_own()
    {
        var options = new VonageClientOptions { Hosts = { ["api.nexmo.com"] = new Uri("http://127.0.0.1:1") } };
        Assert.That(await UrlOf(options, Operations.Get, "/a", new RequestOptions { BaseAddress = new Uri("https://api-us-4.vonage.com/base") }), Is.EqualTo("https://api-us-4.vonage.com/base/a"));
    }

    [TestCase("/relative")]
    [TestCase("ftp://host")]
    [TestCase("https://host/?a=1")]
    [TestCase("https://host/#a")]
    [TestCase("https://user:pw@host")]
    public void An_address_that_cannot_be_is_refused_at_once(string address)
    {
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);
        Assert.That(
            () => new VonageApiClient(Keys.All, new VonageClientOptions { Hosts = { ["rest.nexmo.com"] = uri } }),
            Throws.ArgumentException.With.Message.Contains("rest.nexmo.com").And.Message.Not.Contains("pw"));
        Assert.That(
            async () => await UrlOf(new VonageClientOptions(), Operations.Get, "/a", new RequestOptions { BaseAddress = uri }),
            Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("RequestOptions.BaseAddress"));
    }

    [TestCase("https://rest.nexmo.com")]
    [TestCase("rest.nexmo.com/sms")]
    [TestCase("rest.nexmo.com:443")]
    [TestCase("")]
    public void A_key_is_the_name_of_a_host(string key) =>
        Assert.That(
            () => new VonageApiClient(Keys.All, new VonageClientOptions { Hosts = { [key] = new Uri("http://127.0.0.1:1") } }),
            Throws.ArgumentException.With.Message.Contains("must be a host name"));

    [TestCase("rest.nexmo.co", "Did you mean rest.nexmo.com?")]
    [TestCase("api-us.vonage.con", "Did you mean api-us.vonage.com?")]
    [TestCase("something.example", "is not one of the provider's hosts")]
    public void A_host_that_nothing_is_sent_to_is_refused_with_the_one_that_was_meant(string key, string hint) =>
        Assert.That(
            () => new VonageApiClient(Keys.All, new VonageClientOptions { Hosts = { [key] = new Uri("http://127.0.0.1:1") } }),
            Throws.ArgumentException.With.Message.Contains($"Hosts[\"{key}\"]").And.Message.Contains(hint));

    [Test]
    public async Task A_further_host_is_trusted_by_its_own_address()
    {
        var options = new VonageClientOptions { Hosts = { ["api-new.vonage.com"] = new Uri("https://api-new.vonage.com") } };
        var operation = new ApiOperation("New.get", "GET", "/a", new ApiServer("https://api-new.vonage.com"), ApiAuthentication.Basic);
        Assert.That(await UrlOf(options, operation, "/a"), Is.EqualTo("https://api-new.vonage.com/a"));
        Assert.That(async () => await UrlOf(new VonageClientOptions(), operation, "/a"), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("must not receive credentials"));
    }

    [Test]
    public void A_null_address_is_refused() =>
        Assert.That(() => new VonageApiClient(Keys.All, new VonageClientOptions { Hosts = { ["rest.nexmo.com"] = null! } }), Throws.ArgumentException);

    [Test]
    public async Task Options_are_read_once()
    {
        var options = new VonageClientOptions { Region = VonageRegion.Europe };
        var handler = new StubHandler();
        var client = new VonageApiClient(new HttpClient(handler), Keys.All, options);
        options.Region = VonageRegion.AsiaPacific;
        options.Hosts["api-eu.vonage.com"] = new Uri("http://127.0.0.1:1");
        await client.SendAsync(Operations.GetThing());
        Assert.That(handler.Url.Host, Is.EqualTo("api-eu.vonage.com"));
    }

    [Test]
    public void Options_are_checked_when_set()
    {
        Assert.That(() => new VonageClientOptions { Region = (VonageRegion)9 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new VonageClientOptions { TimeProvider = null! }, Throws.ArgumentNullException);
        foreach (var name in new[] { "a b", "a/b/c", "a\r\nX: y", "ü", "" })
            Assert.That(() => new VonageClientOptions { ApplicationName = name }, Throws.ArgumentException);
        var options = new VonageClientOptions { ApplicationName = "a/1", Region = VonageRegion.Europe };
        Assert.That((options.ApplicationName, options.Region, options.Timeout, options.TimeProvider), Is.EqualTo(("a/1", (VonageRegion?)VonageRegion.Europe, TimeSpan.FromSeconds(100), TimeProvider.System)));
    }

    [Test]
    public void A_document_that_names_plain_http_gets_no_credentials()
    {
        var operation = new ApiOperation("Old.get", "GET", "/a", new ApiServer("http://old.example"), ApiAuthentication.Basic);
        Assert.That(async () => await UrlOf(new VonageClientOptions(), operation, "/a"), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("http://old.example"));
    }

    [Test]
    public void Every_host_of_the_documents_is_known()
    {
        var known = new VonageClientOptions().KnownHosts;
        Assert.That(known, Is.Unique.And.Contains("api.nexmo.com").And.Contains("rest.nexmo.com").And.Contains("video.api.vonage.com"));
        Assert.That(known.All(h => h.EndsWith(".nexmo.com", StringComparison.Ordinal) || h.EndsWith(".vonage.com", StringComparison.Ordinal)), Is.True);
        Assert.That(Secured.AddressIn("eu"), Is.EqualTo(Secured.Address));
    }

    private static async Task<string> UrlOf(VonageClientOptions options, ApiOperation operation, string path, RequestOptions? call = null)
    {
        var handler = new StubHandler();
        await new VonageApiClient(new HttpClient(handler), Keys.All, options).SendAsync(new ApiRequest(operation, path, call));
        return handler.Url.AbsoluteUri;
    }
}
