using Flowroute.Testing;
using Vonage.Core;

namespace Flowroute.Contract.Tests;

[NonParallelizable]
public class CredentialsTests
{
    private static readonly ApiAuthentication[] Schemes =
        [ApiAuthentication.None, ApiAuthentication.Jwt, ApiAuthentication.Basic, ApiAuthentication.KeyInQuery, ApiAuthentication.KeyInBody, ApiAuthentication.Signature];

    [TearDown]
    public void Forget() => Set(null, null);

    [Test]
    public void Come_from_the_environment()
    {
        Set(" access ", "secret");
        Assert.That(FlowrouteCredentials.AreInEnvironment, Is.True);
        Assert.That(FlowrouteCredentials.FromEnvironment().AccessKey, Is.EqualTo("access"));
        Assert.That(FlowrouteClient.FromEnvironment().Messages, Is.Not.Null);
    }

    [Test]
    public async Task Lead_to_the_server_in_the_environment()
    {
        await using var simulator = await FlowrouteSimulator.StartAsync();
        Set(simulator.AccessKey, simulator.SecretKey);
        Environment.SetEnvironmentVariable("FR_BASE_URL", simulator.Address.AbsoluteUri);
        Assert.That(await FlowrouteClient.FromEnvironment().Routes.ListAsync().ToListAsync(), Is.Not.Null);
        Assert.That(simulator.Requests, Has.Count.EqualTo(1));

        Environment.SetEnvironmentVariable("FR_BASE_URL", "localhost:4011");
        Assert.That(() => FlowrouteClient.FromEnvironment(), Throws.InstanceOf<InvalidCredentialsException>().With.Message.StartsWith("FR_BASE_URL must be an address"));
    }

    [TestCase(null, null, "Set FR_ACCESS_KEY and FR_SECRET_KEY")]
    [TestCase("access", null, "FR_SECRET_KEY is not")]
    [TestCase(null, "secret", "FR_ACCESS_KEY is not")]
    public void Say_what_is_missing(string? access, string? secret, string text)
    {
        Set(access, secret);
        Assert.That(FlowrouteCredentials.FromEnvironment, Throws.InstanceOf<InvalidCredentialsException>().With.Message.Contains(text));
    }

    [TestCase("", "secret")]
    [TestCase("a:b", "secret")]
    [TestCase("a b", "secret")]
    [TestCase("access", " ")]
    public void Refuse_what_cannot_be_a_key(string access, string secret) =>
        Assert.That(() => FlowrouteCredentials.FromAccessKey(access, secret), Throws.InstanceOf<InvalidCredentialsException>());

    [Test]
    public void Show_no_secret() => Assert.That(FlowrouteCredentials.FromAccessKey("access", "s3cret").ToString(), Is.EqualTo("FlowrouteCredentials (access key access)"));

    [Test]
    public void Serve_basic_authentication_and_nothing_else()
    {
        var credentials = FlowrouteCredentials.FromAccessKey("access", "secret");
        Assert.Multiple(() =>
        {
            Assert.That(Schemes.Where(scheme => scheme.CanUse(credentials)), Is.EquivalentTo(new[] { ApiAuthentication.None, ApiAuthentication.Basic }));
            Assert.That(async () => await credentials.GetAuthorizationAsync(ApiAuthentication.Basic, TimeProvider.System), Is.EqualTo("Basic YWNjZXNzOnNlY3JldA=="));
            Assert.That(async () => await credentials.GetAuthorizationAsync(ApiAuthentication.Jwt, TimeProvider.System), Throws.InstanceOf<NotSupportedException>());
            Assert.That(() => credentials.GetParameters(ApiAuthentication.KeyInQuery, [], TimeProvider.System), Throws.InstanceOf<NotSupportedException>());
            Assert.That(credentials.DescribeRequirement(ApiAuthentication.Basic), Does.Contain("FR_ACCESS_KEY"));
        });
    }

    private static void Set(string? access, string? secret)
    {
        Environment.SetEnvironmentVariable("FR_ACCESS_KEY", access);
        Environment.SetEnvironmentVariable("FR_SECRET_KEY", secret);
        Environment.SetEnvironmentVariable("FR_BASE_URL", null);
    }
}
