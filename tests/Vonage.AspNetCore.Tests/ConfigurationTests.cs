using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vonage.Applications;

namespace Vonage.AspNetCore.Tests;

/// <summary>Each key of a configuration section, this library's and those of the official SDK.</summary>
internal sealed class ConfigurationTests
{
    private static readonly string PrivateKey = ApplicationKeyPair.Generate().PrivateKeyPem;

    private static readonly Dictionary<string, string?> Official = new()
    {
        ["Api.Key"] = "abcd1234",
        ["Api.Secret"] = "secret",
        ["Application.Id"] = "78d335fa-323d-0114-9c3d-d6f0d48968cf",
        ["Application.Key"] = PrivateKey,
        ["Security_secret"] = "signature secret",
        ["UserAgent"] = "acme/1.0",
        ["Vonage.UserAgent"] = "other/1.0",
        ["Url.Api"] = "https://a.example.com",
        ["Url.Rest"] = "https://b.example.com",
        ["Url.Api.Video"] = "https://c.example.com",
        ["Url.OIDC"] = "https://d.example.com",
        ["Url.Api.AMER"] = "https://e.example.com",
        ["Url.Api.EMEA"] = "https://f.example.com",
        ["Url.Api.APAC"] = "https://g.example.com",
        ["RequestsPerSecond"] = "2.5",
        ["RequestTimeout"] = "30",
        ["PooledConnectionIdleTimeout"] = "61",
        ["PooledConnectionLifetime"] = "601",
        ["Proxy"] = "http://proxy.example.com:8080",
    };

    [Test]
    public void Every_key_of_the_official_sdk_is_read()
    {
        var options = Read(Official);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((options.ApiKey, options.ApiSecret, options.SignatureSecret), Is.EqualTo(("abcd1234", "secret", "signature secret")));
            Assert.That((options.ApplicationId, options.PrivateKey), Is.EqualTo(("78d335fa-323d-0114-9c3d-d6f0d48968cf", PrivateKey.Trim())));
            Assert.That(options.SignatureMethod, Is.EqualTo(SignatureMethod.Md5Hash));
            Assert.That(options.ApplicationName, Is.EqualTo("acme/1.0"));
            Assert.That(options.RequestsPerSecond, Is.EqualTo(2.5));
            Assert.That(options.Timeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That((options.PooledConnectionIdleTimeout, options.PooledConnectionLifetime), Is.EqualTo((TimeSpan.FromSeconds(61), TimeSpan.FromSeconds(601))));
            Assert.That(options.Proxy, Is.EqualTo(new Uri("http://proxy.example.com:8080")));
        }
    }

    [TestCase("api.nexmo.com", "https://a.example.com/")]
    [TestCase("rest.nexmo.com", "https://b.example.com/")]
    [TestCase("video.api.vonage.com", "https://c.example.com/")]
    [TestCase("oidc.idp.vonage.com", "https://d.example.com/")]
    [TestCase("api-us.vonage.com", "https://e.example.com/")]
    [TestCase("api-eu.vonage.com", "https://f.example.com/")]
    [TestCase("api-ap.vonage.com", "https://g.example.com/")]
    public void Addresses_of_the_official_sdk_stand_for_hosts(string host, string address) =>
        Assert.That(Read(Official).Hosts[host], Is.EqualTo(new Uri(address)));

    [TestCase("md5hash", SignatureMethod.Md5Hash)]
    [TestCase("md5", SignatureMethod.HmacMd5)]
    [TestCase("sha1", SignatureMethod.HmacSha1)]
    [TestCase("sha256", SignatureMethod.HmacSha256)]
    [TestCase("SHA512", SignatureMethod.HmacSha512)]
    [TestCase("HmacSha512", SignatureMethod.HmacSha512)]
    public void Methods_of_signing_have_their_names(string name, SignatureMethod method)
    {
        Assert.That(Read(new(Official) { ["Signing_method"] = name }).SignatureMethod, Is.EqualTo(method));
        Assert.That(Read(new(Official) { ["SignatureMethod"] = name }).SignatureMethod, Is.EqualTo(method));
    }

    [Test]
    public void The_second_name_of_the_user_agent_is_read_where_the_first_is_missing()
    {
        var settings = new Dictionary<string, string?>(Official);
        settings.Remove("UserAgent");
        Assert.That(Read(settings).ApplicationName, Is.EqualTo("other/1.0"));
    }

    [Test]
    public void Keys_of_this_library_come_first()
    {
        var options = Read(new(Official)
        {
            ["ApiKey"] = "efgh5678",
            ["Timeout"] = "00:00:10",
            ["ApplicationName"] = "mine/1.0",
            ["Hosts:api.nexmo.com"] = "https://mine.example.com",
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.ApiKey, Is.EqualTo("efgh5678"));
            Assert.That(options.Timeout, Is.EqualTo(TimeSpan.FromSeconds(10)));
            Assert.That(options.ApplicationName, Is.EqualTo("mine/1.0"));
            Assert.That(options.Hosts["api.nexmo.com"], Is.EqualTo(new Uri("https://mine.example.com")));
        }
    }

    [TestCase("http://proxy:8080")]
    [TestCase("socks5://proxy:1080")]
    public void A_proxy_of_any_kind_can_be_set(string address) => Assert.That(Read(new(Official) { ["Proxy"] = address }).Proxy, Is.EqualTo(new Uri(address)));

    [Test]
    public void Empty_values_of_what_is_no_destination_count_as_absent()
    {
        var options = Read(new(Official) { ["ApiKey"] = " ", ["Timeout"] = "", ["Region"] = null, ["Url.Api"] = null });
        Assert.That(options.ApiKey, Is.EqualTo("abcd1234"));
        Assert.That((options.Region, options.Hosts.ContainsKey("api.nexmo.com")), Is.EqualTo(((VonageRegion?)null, false)));
    }

    private static VonageOptions Read(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>("vonage:" + setting.Key, setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddVonage(configuration.GetSection("vonage"));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<VonageOptions>>().Value;
    }
}
