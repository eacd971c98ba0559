using Vonage.Core;

namespace Vonage.Generator.Tests.Support;

/// <summary>A test of the code that one fixture spec becomes. What runs against it is compiled as a user's code would be.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class GeneratedTest(string package)
{
    private static readonly string[] Hosts = ["api.example.com", "rest.example.com", "files.example.com", "api-us.example.com", "api-eu.example.com", "api-ap.example.com"];

    /// <summary>What the test's server answers, and what it got.</summary>
    protected Wire Wire { get; } = new();

    protected VonageCredentials Credentials { get; set; } = VonageCredentials.FromApiKey("abcd1234", "secret");

    protected VonageClientOptions Options { get; } = new ExampleOptions { Retry = RetryOptions.None };

    protected GeneratedPackage Package => GeneratedPackage.Of(package);

    /// <summary>The request that the code sent.</summary>
    protected SentRequest Sent => Wire.Sent;

    [SetUp]
    public void Open() => WireServer.Open(Wire);

    [TearDown]
    public void Close() => WireServer.Close(Wire);

    /// <summary>Runs a user's code, which finds a send path named <c>api</c>.</summary>
    protected Task<object?> RunAsync(string code) => RunAsync(Package, code);

    /// <summary>Runs a user's code against another package.</summary>
    protected Task<object?> RunAsync(GeneratedPackage other, string code)
    {
        foreach (var host in Hosts)
            Options.Hosts[host] = WireServer.AddressOf(Wire, host);
        return other.RunAsync(code, new VonageApiClient(Credentials, Options));
    }

    /// <summary>Runs a user's code that breaks a rule, and sees that nothing was sent.</summary>
    protected async Task<InvalidRequestException> RefusalAsync(string code)
    {
        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => RunAsync(code));
        Assert.That(Wire.Requests, Is.Empty);
        return error!;
    }

    /// <summary>The options of a provider whose hosts are those of the fixture specs.</summary>
    private sealed class ExampleOptions : VonageClientOptions
    {
        protected override IReadOnlyCollection<string> KnownHosts => GeneratedTest.Hosts;
    }
}
