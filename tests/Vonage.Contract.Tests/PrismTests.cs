using System.Security.Cryptography;
using Newtonsoft.Json.Linq;
using Vonage.Contract.Tests.Cases;

namespace Vonage.Contract.Tests;

/// <summary>Every operation once against Prism: a server nobody here wrote validates each request by our document.</summary>
[TestFixtureSource(nameof(Specs))]
[Parallelizable(ParallelScope.Self)]
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
    public Task Every_request_keeps_the_document() => RunAsync(_prism!.Address);

    [Test]
    public async Task No_request_has_a_field_that_the_document_does_not_name()
    {
        await using var strict = await StrictSpec.ServeAsync(spec);
        await RunAsync(strict.Address);
    }

    private async Task RunAsync(Uri server)
    {
        var vonage = new VonageClient(Credentials, new() { Hosts = { ["rest.nexmo.com"] = server, ["api.nexmo.com"] = server, ["api-eu.vonage.com"] = server, ["s3.amazonaws.com"] = server, ["video.api.vonage.com"] = server, ["oidc.idp.vonage.com"] = server } });
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
    public async Task A_request_that_breaks_the_document_is_refused()
    {
        // Proof that Prism looks: the documented method and path, but neither credentials nor a body.
        var one = AllCases.List.First(c => c.Spec == spec && c.NotByPrism is null && c.Authorization.Length > 0);
        var line = Ids.AnyOnPrism.Fill(one.Line);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(line[..line.IndexOf(' ')]), new Uri(_prism!.Address, line[line.IndexOf('/')..]));
        using var answer = await http.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(401));
        // Where the document has no reply for it, Prism's own reply says so.
        if (answer.Headers.TryGetValues("sl-violations", out var violations))
            Assert.That(JArray.Parse(violations.Single()).Select(v => $"{v["code"]} {v["message"]}"), Has.Some.EqualTo("401 Invalid security scheme used"));
        else
            Assert.That(JObject.Parse(await answer.Content.ReadAsStringAsync())["title"]!.ToString(), Is.EqualTo("Invalid security scheme used"));
    }

    private static VonageCredentials CreateCredentials()
    {
        using var key = RSA.Create(2048);
        return VonageCredentials.FromApiKey("abcd1234", "Abcdefgh0").WithApplication("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", key.ExportPkcs8PrivateKeyPem());
    }
}
