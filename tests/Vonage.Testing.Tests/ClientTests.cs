using System.Net;
using Vonage.Core;
using Vonage.Voice;

namespace Vonage.Testing.Tests;

/// <summary>The SDK's client in front of the simulator: two implementations of the same documents that share no code.</summary>
internal sealed class ClientTests
{
    [Test]
    public async Task A_client_talks_to_its_simulator()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var vonage = simulator.CreateClient();

        var balance = await vonage.Account.GetBalanceAsync();
        var secrets = await vonage.Account.ListSecretsAsync();
        var created = await vonage.Voice.CreateCallAsync(new CreateCallRequest
        {
            From = new PhoneEndpoint("14155550101"),
            To = { new PhoneEndpoint("14155550100") },
            AnswerUrl = { new Uri("https://example.com/answer") },
        });
        var call = await vonage.Voice.GetCallAsync(created.Uuid!);

        Assert.That((balance.Value, secrets.Count, call.Status), Is.EqualTo((100m, 1, (CallStatus?)CallStatus.Answered)));
        Assert.That(simulator.Requests.Select(request => request.Host), Is.EqualTo(["rest.nexmo.com", "api.nexmo.com", "api.nexmo.com", "api.nexmo.com"]));
    }

    [Test]
    [NonParallelizable]
    public async Task A_client_goes_to_its_simulator_directly_whatever_proxy_the_environment_names()
    {
        await using var proxy = await LoopbackServer.StartAsync();
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        try
        {
            await using var simulator = await VonageSimulator.StartAsync();
            await simulator.CreateClient().Account.GetBalanceAsync();
            Assert.That((simulator.Requests.Count, proxy.Requests.Count), Is.EqualTo((1, 0)));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Test]
    public async Task A_signature_is_as_good_as_a_secret([Values] SignatureMethod method)
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var options = new VonageClientOptions { Hosts = { ["api.nexmo.com"] = simulator.Hosts["api.nexmo.com"] } };
        var vonage = new VonageClient(VonageCredentials.FromSignature(simulator.ApiKey, simulator.SignatureSecret, method), options);

        await vonage.Sms.SubmitSmsConversionAsync("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", delivered: true);
        await vonage.Sms.SubmitSmsConversionAsync("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", delivered: true, DateTimeOffset.UtcNow);

        Assert.That(simulator.Requests.Select(request => request.StatusCode), Is.All.EqualTo(200));
    }

    [Test]
    public async Task A_wrong_secret_is_the_documented_error()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var options = new VonageClientOptions { Hosts = { ["rest.nexmo.com"] = simulator.Hosts["rest.nexmo.com"] } };
        var vonage = new VonageClient(VonageCredentials.FromApiKey(simulator.ApiKey, "wrong"), options);

        Assert.That(() => vonage.Account.GetBalanceAsync(), Throws.InstanceOf<ApiException>()
            .With.Property(nameof(ApiException.StatusCode)).EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_clients_own_options_stay()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        simulator.Respond("getBalance", new SimulatedResponse { Delay = TimeSpan.FromMinutes(1) });
        var vonage = simulator.CreateClient(new VonageClientOptions { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.That(() => vonage.Account.GetBalanceAsync(), Throws.InstanceOf<ApiTimeoutException>());
    }
}
