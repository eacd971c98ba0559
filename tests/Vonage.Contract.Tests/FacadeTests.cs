using Moq;
using Vonage.Account;
using Vonage.Testing;

namespace Vonage.Contract.Tests;

public class FacadeTests
{
    private static IEnumerable<string> Sources =>
        Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Find(), "src", "Vonage"), "*.cs").Select(File.ReadAllText);

    [TestCase("Newtonsoft")]
    [TestCase("System.Text.Json")]
    [TestCase("Cryptography")]
    [TestCase("HttpRequestMessage")]
    [TestCase("Authorization")]
    [TestCase("SendAsync")]
    public void Holds_no_http_json_or_signing_of_its_own(string word) =>
        Assert.That(Sources.SelectMany(s => s.Split('\n')).Where(line => !line.StartsWith("///", StringComparison.Ordinal) && line.Contains(word, StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Is_thin() => Assert.That(Sources.Sum(s => s.Split('\n').Length), Is.LessThan(13 * typeof(IVonageClient).GetProperties().Length));

    [Test]
    public void Hands_out_the_same_client_each_time()
    {
        var vonage = new VonageClient(VonageCredentials.FromApiKey("abcd1234", "secret"));
        Assert.Multiple(() =>
        {
            foreach (var property in typeof(IVonageClient).GetProperties())
            {
                var first = property.GetValue(vonage);
                Assert.That(first, Is.Not.Null.And.InstanceOf(property.PropertyType), property.Name);
                Assert.That(property.GetValue(vonage), Is.SameAs(first), property.Name);
            }
        });
    }

    [Test]
    public async Task Sends_through_the_callers_http_client()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        using var counting = new CountingHandler();
        using var http = new HttpClient(counting);
        var options = new VonageClientOptions();
        foreach (var (host, address) in simulator.Hosts)
            options.Hosts[host] = address;

        await new VonageClient(http, simulator.Credentials, options).Account.GetBalanceAsync();

        Assert.That(counting.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Can_be_mocked()
    {
        var vonage = Mock.Of<IVonageClient>(v => v.Account.GetBalanceAsync(null, default) == Task.FromResult(new Balance { Value = 12.34m }));
        Assert.That((await vonage.Account.GetBalanceAsync()).Value, Is.EqualTo(12.34m));
    }

    private sealed class CountingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
