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
        var vonage = new VonageClient(Credentials, new() { Hosts = { ["rest.nexmo.com"] = _prism!.Address, ["api.nexmo.com"] = _prism.Address, ["api-eu.vonage.com"] = _prism.Address, ["s3.amazonaws.com"] = _prism.Address } });
        var failures = new List<string>();
        foreach (var one in AllCases.List.Where(c => c.Spec == spec && c.NotByPrism is null))
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
    public async Task ARequestThatBreaksTheDocumentIsRefused()
    {
        // Proof that Prism looks: without credentials the same server answers as the document says.
        using var http = new HttpClient();
        var path = AllCases.List.First(c => c.Spec == spec).Line.Split('/', 2)[1];
        var answer = await http.PostAsync(new Uri(_prism!.Address, Ids.AnyOnPrism.Fill(path)), null);
        Assert.That((int)answer.StatusCode, Is.InRange(400, 499));
    }

    private static VonageCredentials CreateCredentials()
    {
        using var key = RSA.Create(2048);
        return VonageCredentials.FromApiKey("abcd1234", "Abcdefgh0").WithApplication("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", key.ExportPkcs8PrivateKeyPem());
    }
}
