using System.Security.Cryptography;
using Vonage.Contract.Tests.Cases;

namespace Vonage.Contract.Tests;

/// <summary>Every operation once against Prism: a server nobody here wrote validates each request by our document.</summary>
[TestFixtureSource(nameof(Specs))]
public class PrismTests(string spec)
{
    private PrismServer? _prism;

    public static IEnumerable<string> Specs => AllCases.List.Select(c => c.Spec).Distinct();

    private static VonageCredentials Credentials { get; } = CreateCredentials();

    [OneTimeSetUp]
    public async Task StartAsync() => _prism = await PrismServer.StartAsync(spec);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_prism is not null)
            await _prism.DisposeAsync();
    }

    [Test]
    public async Task EveryRequestKeepsTheDocument()
    {
        var vonage = new VonageClient(Credentials, new() { Hosts = { ["rest.nexmo.com"] = _prism!.Address, ["api.nexmo.com"] = _prism.Address } });
        var failures = new List<string>();
        foreach (var one in AllCases.List.Where(c => c.Spec == spec))
        {
            try
            {
                await one.Call(vonage, Ids.AnyOnPrism);
            }
            catch (Core.ApiException error)
            {
                failures.Add($"{one}: {error.Message} {error.Body}");
            }
        }
        Assert.That(failures, Is.Empty);
    }

    [Test]
    public void ARequestThatBreaksTheDocumentIsRefused()
    {
        // Proof that Prism looks: the same server refuses what the document does not allow.
        var vonage = new VonageClient(Credentials, new() { Hosts = { ["rest.nexmo.com"] = _prism!.Address, ["api.nexmo.com"] = _prism.Address } });
        Assert.ThrowsAsync<VonageApiException>(() => vonage.Account.GetBalanceAsync(new() { Headers = { ["Prefer"] = "code=401" }, Host = new Uri(_prism.Address, "/nowhere/") }));
    }

    private static VonageCredentials CreateCredentials()
    {
        using var key = RSA.Create(2048);
        return VonageCredentials.FromApiKey("abcd1234", "Abcdefgh0").WithApplication("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", key.ExportPkcs8PrivateKeyPem());
    }
}
