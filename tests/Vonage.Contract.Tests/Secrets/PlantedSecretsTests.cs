using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vonage.Contract.Tests.Cases;
using Vonage.Core;
using Vonage.Core.Pipeline;
using Vonage.Testing;

namespace Vonage.Contract.Tests.Secrets;

/// <summary>Secrets are planted, everything goes wrong in every way, and what the process shows of itself is searched for them.</summary>
[NonParallelizable]
public class PlantedSecretsTests
{
    // A case that makes what it lists sends more with each call.
    private const int MostRequests = 6;

    private const string ApiSecret = "planted-Secret-01";
    private const string SignatureSecret = "planted-signature-secret-02";

    private static readonly ApiAuthentication?[] Schemes = [null, ApiAuthentication.KeyInQuery, ApiAuthentication.KeyInBody, ApiAuthentication.Signature];

    [TestCaseSource(typeof(AllCases), nameof(AllCases.List))]
    public async Task Nothing_shows_a_secret(OperationCase one)
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { ApiSecret = ApiSecret, SignatureSecret = SignatureSecret });
        var ids = await Ids.OnAsync(simulator, simulator.CreateClient());
        using var witness = new Witness();
        foreach (var scheme in Schemes)
        {
            var faults = new FaultHandler();
            await using var services = Services(simulator, scheme, faults, witness);
            var vonage = services.GetRequiredService<IVonageClient>();
            foreach (var fault in Fault.All)
                for (var at = 1; at <= MostRequests; at++)
                {
                    faults.Restart(fault, at);
                    await CallAsync(one, vonage, ids, witness);
                    if (!faults.WasReached)
                        break;
                }

            Search(witness, [.. faults.Seen, .. Secrets(simulator)]);
        }
    }

    [Test]
    public async Task No_object_shows_a_secret()
    {
        await using var simulator = await VonageSimulator.StartAsync(new() { ApiSecret = ApiSecret, SignatureSecret = SignatureSecret });
        using var witness = new Witness();
        await using var services = Services(simulator, null, new FaultHandler(), witness);
        var vonage = services.GetRequiredService<IVonageClient>();
        await vonage.Voice.ListCallsAsync().GetAsyncEnumerator().MoveNextAsync();
        var token = vonage.Jwt.Generate();
        var options = services.GetRequiredService<IOptions<VonageOptions>>().Value;
        var call = new RequestOptions { Credentials = simulator.Credentials, Headers = { ["Authorization"] = "Bearer " + token } };
        object[] all = [simulator.Credentials, options, call, vonage, vonage.Jwt, JwtGenerator.FromSecret(SignatureSecret), new VonageApiClient(simulator.Credentials)];
        foreach (var shown in all.SelectMany(DebuggerView.Of))
            witness.Note(shown);
        foreach (var one in all)
        {
            witness.Note(one.ToString());
            witness.Note(Serialized(() => System.Text.Json.JsonSerializer.Serialize(one, one.GetType())));
            witness.Note(Serialized(() => Newtonsoft.Json.JsonConvert.SerializeObject(one)));
        }

        Assert.That(witness.Shown, Has.Some.Contains(simulator.ApiKey));
        Search(witness, [token, .. Secrets(simulator)]);
    }

    private static async Task CallAsync(OperationCase one, IVonageClient vonage, Ids ids, Witness witness)
    {
        // What a case asserts about a reply is not the question here.
        using var assertions = new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext();
        try
        {
            await one.Call(vonage, ids);
        }
        catch (Exception error) when (error is not AssertionException)
        {
            for (var shown = error; shown is not null; shown = shown.InnerException)
            {
                witness.Note(shown.ToString());
                foreach (var property in shown.GetType().GetProperties().Where(p => p.Name is not ("Body" or "TargetSite") && p.PropertyType != typeof(System.Collections.IDictionary)))
                    witness.Note(property.GetValue(shown)?.ToString());
            }
        }
        catch (AssertionException)
        {
            // The fault was a reply that the case did not expect.
        }
    }

    private static void Search(Witness witness, IReadOnlyCollection<string> secrets)
    {
        Assert.That(witness.Count, Is.GreaterThan(10));
        foreach (var shown in witness.Shown.Distinct())
            foreach (var secret in secrets)
                if (shown.Contains(secret, StringComparison.Ordinal))
                    Assert.Fail($"'{secret}' is shown: {shown}");
        witness.Clear();
    }

    private static string[] Secrets(VonageSimulator simulator) =>
    [
        ApiSecret,
        SignatureSecret,
        BasicAuthentication.Header(simulator.ApiKey, ApiSecret)["Basic ".Length..],
        .. simulator.PrivateKeyPem.Split('\n').Where(line => line.Length == 64),
    ];

    private static string? Serialized(Func<string> serialize)
    {
        try
        {
            return serialize();
        }
        catch (Exception error) when (error is NotSupportedException or InvalidOperationException or Newtonsoft.Json.JsonException or System.Text.Json.JsonException)
        {
            return error.ToString();
        }
    }

    private static ServiceProvider Services(VonageSimulator simulator, ApiAuthentication? scheme, FaultHandler faults, Witness witness)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(witness));
        services.AddVonage(options =>
        {
            (options.ApiKey, options.ApiSecret, options.SignatureSecret) = (simulator.ApiKey, ApiSecret, SignatureSecret);
            (options.ApplicationId, options.PrivateKey) = (simulator.ApplicationId, simulator.PrivateKeyPem);
            (options.PreferredAuthentication, options.Proxy) = (scheme, null);
            foreach (var (host, address) in simulator.Hosts)
                options.Hosts[host] = address;
        }).ConfigurePrimaryHttpMessageHandler(() => faults);
        return services.BuildServiceProvider();
    }
}
