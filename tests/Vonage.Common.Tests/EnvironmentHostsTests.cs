namespace Vonage.Common.Tests;

/// <summary>The environment variables that lead clients to other addresses.</summary>
internal sealed class EnvironmentHostsTests
{
    [Test]
    public void A_base_url_is_for_all_hosts_and_a_list_has_precedence()
    {
        var options = new VonageClientOptions { Hosts = { ["rest.nexmo.com"] = new Uri("http://127.0.0.1:1") } };

        options.AddHosts(Variables("http://127.0.0.1:4010/", "video.api.vonage.com=http://127.0.0.1:3, api-eu.vonage.com = http://127.0.0.1:4/x"));

        Assert.That((options.Hosts["api.nexmo.com"], options.Hosts["rest.nexmo.com"], options.Hosts["video.api.vonage.com"], options.Hosts["api-eu.vonage.com"]), Is.EqualTo(
            (new Uri("http://127.0.0.1:4010/api.nexmo.com"), new Uri("http://127.0.0.1:1"), new Uri("http://127.0.0.1:3"), new Uri("http://127.0.0.1:4/x"))));
        Assert.That(options.Hosts.Keys, Is.EquivalentTo(VonageHosts.All.Concat(VonageHosts.ThirdParties)));
    }

    [Test]
    public void Without_the_variables_there_are_no_hosts()
    {
        var options = new VonageClientOptions();

        options.AddHosts(Variables(" ", null));

        Assert.That(options.Hosts, Is.Empty);
    }

    [TestCase("127.0.0.1:4010", null, "VONAGE_BASE_URL")]
    [TestCase("ftp://127.0.0.1", null, "VONAGE_BASE_URL")]
    [TestCase(null, "api.nexmo.com", "VONAGE_HOSTS")]
    [TestCase(null, "api.nexmo.com=nowhere", "VONAGE_HOSTS")]
    public void A_malformed_address_is_refused_by_the_name_of_its_variable(string? url, string? hosts, string name) => Assert.That(
        () => new VonageClientOptions().AddHosts(Variables(url, hosts)), Throws.InstanceOf<InvalidCredentialsException>().With.Message.StartsWith(name));

    private static Func<string, string?> Variables(string? url, string? hosts) => name => name switch { "VONAGE_BASE_URL" => url, "VONAGE_HOSTS" => hosts, _ => null };
}
