using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestSupport.Secrets;
using Vonage.Contract.Tests.Cases;
using Vonage.Core;
using Vonage.Core.Pipeline;
using Vonage.Testing;

namespace Vonage.Contract.Tests.Secrets;

/// <summary>Secrets are planted, everything goes wrong in every way, and what the process shows of itself is searched for them.</summary>
[NonParallelizable]
public class PlantedSecretsTests
{
    private const string ApiSecret = "planted-Secret-01";
    private const string SignatureSecret = "planted-signature-secret-02";

    private static readonly ApiAuthentication[] Schemes = [ApiAuthentication.KeyInQuery, ApiAuthentication.KeyInBody, ApiAuthentication.Signature];

    private static readonly ILookup<string, ApiAuthentication> Accepted = ApiOperations.All
        .SelectMany(operation => operation.Authentication.Select(scheme => (operation.Name, Scheme: scheme)))
        .ToLookup(pair => pair.Name, pair => pair.Scheme, StringComparer.OrdinalIgnoreCase);

    // To begin to listen to all that is in a process takes longer than a call.
    private readonly Witness _witness = new();

    [OneTimeTearDown]
    public void StopListening() => _witness.Dispose();

    [TestCaseSource(typeof(AllCases), nameof(AllCases.List))]
    [Category("Slow")]
    public async Task Nothing_shows_a_secret(OperationCase one)
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { ApiSecret = ApiSecret, SignatureSecret = SignatureSecret });
        var ids = await Ids.OnAsync(simulator, simulator.CreateClient());
        _witness.Clear();
        foreach (var scheme in Schemes.Intersect(Accepted[one.Name]).Prepend(null))
        {
            var faults = new FaultHandler();
            await using var services = Services(simulator, scheme, faults, _witness);
            var vonage = services.GetRequiredService<IVonageClient>();
            await PlantedSecrets.FailInEveryWayAsync(() => one.Call(vonage, ids), faults, _witness);
            PlantedSecrets.Search(_witness, [.. faults.Seen, .. Secrets(simulator)]);
        }
    }

    [Test]
    public async Task No_object_shows_a_secret()
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { ApiSecret = ApiSecret, SignatureSecret = SignatureSecret });
        _witness.Clear();
        await using var services = Services(simulator, null, new FaultHandler(), _witness);
        var vonage = services.GetRequiredService<IVonageClient>();
        await vonage.Voice.ListCallsAsync().GetAsyncEnumerator().MoveNextAsync();
        var token = vonage.Jwt.Generate();
        var options = services.GetRequiredService<IOptions<VonageOptions>>().Value;
        var call = new RequestOptions { Credentials = simulator.Credentials, Headers = { ["Authorization"] = "Bearer " + token } };
        object[] all = [simulator.Credentials, options, call, vonage, vonage.Jwt, JwtGenerator.FromSecret(SignatureSecret), new VonageApiClient(simulator.Credentials)];
        PlantedSecrets.Show(all, _witness);
        Assert.That(_witness.Shown, Has.Some.Contains(simulator.ApiKey));
        PlantedSecrets.Search(_witness, [token, .. Secrets(simulator)]);
    }

    private static string[] Secrets(VonageSimulator simulator) =>
    [
        ApiSecret,
        SignatureSecret,
        BasicAuthentication.Header(simulator.ApiKey, ApiSecret)["Basic ".Length..],
        .. simulator.PrivateKeyPem.Split('\n').Where(line => line.Length == 64),
    ];

    private static ServiceProvider Services(VonageSimulator simulator, ApiAuthentication? scheme, FaultHandler faults, Witness witness)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(witness));
        services.AddVonage(options =>
        {
            (options.ApiKey, options.ApiSecret, options.SignatureSecret) = (simulator.ApiKey, ApiSecret, SignatureSecret);
            (options.ApplicationId, options.PrivateKey) = (simulator.ApplicationId, simulator.PrivateKeyPem);
            (options.PreferredAuthentication, options.Proxy) = (scheme, null);
            options.Retry = new() { TransientDelay = TimeSpan.FromMilliseconds(1), ThrottledDelay = TimeSpan.FromMilliseconds(1) };
            foreach (var (host, address) in simulator.Hosts)
                options.Hosts[host] = address;
        }).ConfigurePrimaryHttpMessageHandler(() => faults);
        return services.BuildServiceProvider();
    }
}
