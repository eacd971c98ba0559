using Vonage.Core;
using Vonage.ProgrammableSip;

namespace Vonage.Contract.Tests.Apis;

public class ProgrammableSipTests : SimulatedApi
{
    private const string Application = "c49f3586-9b3b-458b-89fc-3c8beb58865c";

    [Test]
    public async Task What_is_created_is_read_back_replaced_and_deleted()
    {
        await CreateAsync("mydomain");
        await CreateAsync("other");
        Assert.That((await FailingAsync(() => CreateAsync("other"), 422)).Message, Does.Contain("other"));
        Assert.That((await Vonage.ProgrammableSip.ListAsync()).Select(domain => domain.Name), Is.EqualTo(["mydomain", "other"]));

        await Vonage.ProgrammableSip.ReplaceAsync("other", new("third", Application) { Acl = { "192.0.2.2" }, Tls = SipEncryption.Always });
        var domain = await Vonage.ProgrammableSip.GetAsync("third");
        Assert.That((domain.Tls, domain.Srtp, domain.DigestAuth, domain.DomainType, domain.Acl.Single()), Is.EqualTo(((SipEncryption?)SipEncryption.Always, (SipEncryption?)SipEncryption.Optional, (bool?)false, (SipDomainType?)SipDomainType.Application, "192.0.2.2")));

        await Vonage.ProgrammableSip.DeleteAsync("third");
        await FailingAsync(() => Vonage.ProgrammableSip.GetAsync("third"), 404);
        await FailingAsync(() => Vonage.ProgrammableSip.ListUsersAsync("third"), 404);
        await FailingAsync(() => Vonage.ProgrammableSip.ListEndpointsAsync("third"), 404);
    }

    [Test]
    public async Task A_domain_has_users()
    {
        await CreateAsync("mydomain");
        await Vonage.ProgrammableSip.CreateUserAsync("mydomain", new("alice", "Password123"));
        await Vonage.ProgrammableSip.CreateUserAsync("mydomain", new("bob", "Password123"));
        await FailingAsync(() => Vonage.ProgrammableSip.CreateUserAsync("mydomain", new("bob", "Password123")), 400);

        await Vonage.ProgrammableSip.ReplaceUserAsync("mydomain", "bob", new("carol", "Password456"));
        Assert.That((await Vonage.ProgrammableSip.ListUsersAsync("mydomain")).Select(user => user.Key), Is.EqualTo(["alice", "carol"]));

        await Vonage.ProgrammableSip.DeleteUserAsync("mydomain", "alice");
        await FailingAsync(() => Vonage.ProgrammableSip.GetUserAsync("mydomain", "alice"), 404);
        Assert.That((await Vonage.ProgrammableSip.GetUserAsync("mydomain", "carol")).AdditionalProperties, Is.Empty, "no password");
    }

    [TestCase("201", "")]
    [TestCase("200", "")]
    [TestCase("204", "")]
    [TestCase("201", """{"id":"7","key":"alice","invented":true}""")]
    public async Task What_is_not_documented_of_a_reply_is_read_tolerantly(string status, string body)
    {
        await CreateAsync("mydomain");
        Simulator.Respond("programmable-sip.createUser", new Simulation.SimulatedResponse { StatusCode = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), Body = body });

        var user = await Vonage.ProgrammableSip.CreateUserAsync("mydomain", new("alice", "Password123"));

        Assert.That(user is null, Is.EqualTo(body.Length == 0));
        Assert.That((string?)user?.AdditionalProperties["id"], Is.EqualTo(body.Length == 0 ? null : "7"));
    }

    // Version 1.0.0 documented these.
    [Test]
    public async Task The_statuses_of_the_older_version_are_successes()
    {
        await CreateAsync("mydomain");
        Simulator.Respond("programmable-sip.replace", new Simulation.SimulatedResponse { StatusCode = 201, Body = """{"name":"mydomain"}""", ContentType = "application/json" });
        Simulator.Respond("programmable-sip.delete", new Simulation.SimulatedResponse { StatusCode = 200, Body = "" });

        Assert.That((await Vonage.ProgrammableSip.ReplaceAsync("mydomain", new("mydomain", Application) { Acl = { "192.0.2.1" } })).Name, Is.EqualTo("mydomain"));
        await Vonage.ProgrammableSip.DeleteAsync("mydomain");
    }

    [TestCase("four", 1, "name")]
    [TestCase("a-name-of-more-than-thirty-two-characters", 1, "name")]
    [TestCase("mydomain", 0, "acl")]
    [TestCase("mydomain", 17, "acl")]
    public async Task The_limits_are_checked_first(string name, int addresses, string field)
    {
        var request = new CreateSipDomainRequest(name, Application) { Acl = [.. Enumerable.Range(1, addresses).Select(i => $"192.0.2.{i}")] };

        Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.ProgrammableSip.CreateAsync(request)))!.Field, Is.EqualTo(field));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [TestCase("")]
    [TestCase("example.com")]
    [TestCase("192.0.2")]
    [TestCase("192.0.2.256")]
    [TestCase("192.0.2.0/33")]
    [TestCase("192.0.2.0/")]
    [TestCase("192.0.2.0/24/8")]
    [TestCase("192.0.2.0-192.0.2.9")]
    [TestCase("0x7f.0.0.1")]
    [TestCase("2001:db8::/129")]
    [TestCase("[2001:db8::1]")]
    [TestCase(" 192.0.2.1")]
    public async Task An_address_that_is_none_is_not_sent(string address)
    {
        var create = new CreateSipDomainRequest("mydomain", Application) { Acl = { "192.0.2.1", address } };
        var replace = new ReplaceSipDomainRequest("mydomain", Application) { Acl = { address } };

        Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.ProgrammableSip.CreateAsync(create)))!.Field, Is.EqualTo("acl[1]"));
        Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.ProgrammableSip.ReplaceAsync("mydomain", replace)))!.Field, Is.EqualTo("acl[0]"));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task Addresses_and_ranges_of_both_versions_are_sent()
    {
        string[] addresses = ["192.0.2.1", "198.51.100.0/24", "0.0.0.0/0", "2001:db8::1", "2001:DB8::/32", "::1/128"];
        Assert.That((await Vonage.ProgrammableSip.CreateAsync(new("mydomain", Application) { Acl = [.. addresses] })).Acl, Is.EqualTo(addresses));
    }

    private Task<SipDomain> CreateAsync(string name) => Vonage.ProgrammableSip.CreateAsync(new(name, Application) { Acl = { "192.0.2.1" } });
}
