using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Vonage.Account;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Testing;

namespace Vonage.AspNetCore.Tests;

/// <summary>Clients from a service collection, against the simulator.</summary>
internal sealed class DependencyInjectionTests
{
    [Test]
    public async Task Clients_come_from_a_configuration_section()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var settings = Account(simulator, "Vonage");
        settings["Vonage:ApplicationId"] = simulator.ApplicationId;
        settings["Vonage:PrivateKey"] = simulator.PrivateKeyPem;
        settings["Vonage:Timeout"] = "00:00:30";
        settings["Vonage:Region"] = "europe";
        settings["Vonage:ApplicationName"] = "acme/1.0";
        var services = new ServiceCollection();
        services.AddVonage(Configuration(settings).GetSection("Vonage"));
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<IVonageClient>().Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Hello" });
        await provider.GetRequiredService<IMessagesClient>().SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hello" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulator.Requests[0].Headers.UserAgent.ToString(), Does.Contain("acme/1.0"));
            Assert.That(simulator.Requests[1].Host, Is.EqualTo("api-eu.vonage.com").Or.EqualTo("api-eu.nexmo.com"));
        }
    }

    [Test]
    public void Each_api_is_a_singleton_of_its_own()
    {
        var services = new ServiceCollection();
        services.AddVonage(options => (options.ApiKey, options.ApiSecret) = ("abcd1234", "secret"));
        using var provider = services.BuildServiceProvider(validateScopes: true);
        var client = provider.GetRequiredService<IVonageClient>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(provider.GetRequiredService<VonageClient>(), Is.SameAs(client));
            foreach (var property in typeof(IVonageClient).GetProperties())
                Assert.That(provider.GetRequiredService(property.PropertyType), Is.SameAs(property.GetValue(client)), property.Name);
        }
    }

    [Test]
    public async Task Several_accounts_are_kept_apart()
    {
        await using var a = await VonageSimulator.StartAsync(new() { ApiKey = "tenant-a", SignatureSecret = "a" });
        await using var b = await VonageSimulator.StartAsync(new() { ApiKey = "tenant-b", SignatureSecret = "b" });
        var services = new ServiceCollection();
        services.AddVonage("a", Configuration(Account(a, "A")).GetSection("A"));
        services.AddVonage("b", options => options.Credentials = _ => b.Credentials).ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("X-Tenant", "b"));
        services.Configure<VonageOptions>("b", options => SetHosts(options, b));
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredKeyedService<ISmsClient>("a").SendAsync(new SmsRequest { From = "A", To = "447700900000", Text = "Hello" });
        await provider.GetRequiredKeyedService<IVonageClient>("b").Account.GetBalanceAsync();

        var verifier = provider.GetRequiredService<WebhookVerifier>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(a.Requests, Has.Count.EqualTo(1));
            Assert.That(b.Requests.Single().Headers["X-Tenant"].ToString(), Is.EqualTo("b"));
            Assert.That(provider.GetService<IVonageClient>(), Is.Null);
            Assert.That((await Verify(new WebhookSigner("tenant-a", "a"))).IsValid);
            Assert.That((await Verify(new WebhookSigner("tenant-b", "b"))).IsValid);
            Assert.That((await Verify(new WebhookSigner("tenant-b", "a"))).Failure, Is.EqualTo(WebhookFailure.InvalidSignature));
        }

        Task<WebhookVerification> Verify(WebhookSigner signer) => verifier.VerifyAsync(new WebhookRequest("", "application/json", [1], signer.SignBody([1])));
    }

    [Test]
    public async Task Credentials_may_come_from_a_callback()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var calls = 0;
        var services = new ServiceCollection();
        services.AddSingleton(new SecretStore(simulator.ApiSecret));
        services.AddVonage(options =>
        {
            SetHosts(options, simulator);
            options.Credentials = provider =>
            {
                calls++;
                return VonageCredentials.FromApiKey(simulator.ApiKey, provider.GetRequiredService<SecretStore>().Secret);
            };
        });
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<IAccountClient>().GetBalanceAsync();
        await provider.GetRequiredService<ISmsClient>().SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Hello" });

        Assert.That(calls, Is.EqualTo(1));
    }

    [Test]
    public async Task Handlers_are_added_by_the_usual_builder()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var services = new ServiceCollection();
        services.AddTransient<Stamp>();
        services.AddVonage(Configuration(Account(simulator, "Vonage")).GetSection("Vonage")).AddHttpMessageHandler<Stamp>();
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<IAccountClient>().GetBalanceAsync();

        Assert.That(simulator.Requests.Single().Headers["X-Stamp"].ToString(), Is.EqualTo("1"));
    }

    [Test]
    public async Task Reads_the_keys_of_the_official_sdk()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var services = new ServiceCollection();
        services.AddVonage(Configuration(new()
        {
            ["vonage:Api.Key"] = simulator.ApiKey,
            ["vonage:Api.Secret"] = simulator.ApiSecret,
            ["vonage:Application.Id"] = simulator.ApplicationId,
            ["vonage:Application.Key"] = simulator.PrivateKeyPem,
            ["vonage:Security_secret"] = simulator.SignatureSecret,
            ["vonage:Signing_method"] = "sha256",
            ["vonage:UserAgent"] = "acme/1.0",
            ["vonage:Url.Api"] = simulator.Hosts["api.nexmo.com"].ToString(),
            ["vonage:Url.Rest"] = simulator.Hosts["rest.nexmo.com"].ToString(),
            ["vonage:Url.Api.EMEA"] = simulator.Hosts["api-eu.vonage.com"].ToString(),
            ["vonage:RequestTimeout"] = "30",
            ["vonage:RequestsPerSecond"] = "20",
            ["vonage:PooledConnectionIdleTimeout"] = "60",
            ["vonage:PooledConnectionLifetime"] = "600",
        }).GetSection("vonage"));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var options = provider.GetRequiredService<IOptions<VonageOptions>>().Value;
        var client = provider.GetRequiredService<IVonageClient>();

        var time = Stopwatch.StartNew();
        for (var i = 0; i < 3; i++)
            await client.Account.GetBalanceAsync();
        await client.Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hello" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(time.Elapsed, Is.GreaterThan(TimeSpan.FromMilliseconds(140)), "three waits of a twentieth of a second");
            Assert.That(options.SignatureMethod, Is.EqualTo(SignatureMethod.HmacSha256));
            Assert.That(options.Timeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(options.PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromMinutes(10)));
            Assert.That(options.PooledConnectionIdleTimeout, Is.EqualTo(TimeSpan.FromMinutes(1)));
            Assert.That(simulator.Requests[0].Headers.UserAgent.ToString(), Does.Contain("acme/1.0"));
        }
    }

    [TestCase("There are no credentials. Set Vonage:ApiKey and Vonage:ApiSecret")]
    [TestCase("Vonage:ApiSecret is not set, but Vonage:ApiKey is.", "ApiKey", "abcd1234")]
    [TestCase("Vonage:ApiSecret is not set, but Vonage:Api.Key is.", "Api.Key", "abcd1234")]
    [TestCase("Vonage:ApiKey is not set, but Vonage:Api.Secret is.", "Api.Secret", "abcd1234")]
    [TestCase("Vonage:PrivateKey is not set, but Vonage:ApplicationId is.", "ApplicationId", "x")]
    [TestCase("Vonage:ApplicationId is not set, but Vonage:PrivateKeyPath is.", "PrivateKeyPath", "x")]
    [TestCase("Vonage:PrivateKey:", "ApplicationId", "x", "PrivateKey", "-----BEGIN nothing")]
    [TestCase("Vonage:PrivateKey and Vonage:PrivateKeyPath are both set", "ApplicationId", "x", "PrivateKey", "x", "PrivateKeyPath", "y")]
    [TestCase("Vonage:ApiKey:", "ApiKey", "with space", "ApiSecret", "x")]
    [TestCase("Vonage:Region must be one of UnitedStates, Europe, AsiaPacific.", "Region", "Mars")]
    [TestCase("Vonage:Region must be one of UnitedStates, Europe, AsiaPacific.", "Region", "1")]
    [TestCase("Vonage:Region must be one of UnitedStates, Europe, AsiaPacific.", "Region", "UnitedStates,Europe")]
    [TestCase("Vonage:Timeout must be a time such as 00:00:30", "Timeout", "soon")]
    [TestCase("Vonage:RequestTimeout is not valid:", "RequestTimeout", "0")]
    [TestCase("Vonage:Hosts:rest.nexmo.com must be an address", "Hosts:rest.nexmo.com", "nowhere")]
    [TestCase("Vonage:Url.Rest must be an address", "Url.Rest", "ftp://nowhere")]
    [TestCase("Vonage:Signing_method must be one of md5hash", "Signing_method", "crc")]
    [TestCase("Vonage:RequestsPerSecond must be greater than zero", "RequestsPerSecond", "0")]
    [TestCase("Vonage:RequestsPerSecond must be greater than zero: from 0.001", "RequestsPerSecond", "1e-20")]
    [TestCase("Vonage:RequestsPerSecond must be greater than zero: from 0.001", "RequestsPerSecond", "Infinity")]
    [TestCase("Vonage:Hosts:rest.nexmo.co is not one of the provider's hosts, so it would replace nothing. Did you mean rest.nexmo.com?", "Hosts:rest.nexmo.co", "http://127.0.0.1:1")]
    [TestCase("Vonage:Hosts:rest.nexmo.com has an address that has a query", "Hosts:rest.nexmo.com", "http://h/?x=1")]
    [TestCase("Vonage:Hosts:rest.nexmo.com must be a single value", "Hosts:rest.nexmo.com:443", "http://127.0.0.1:1")]
    [TestCase("Vonage:Hosts:https must be a single value", "Hosts:https://rest.nexmo.com", "http://127.0.0.1:1")]
    [TestCase("Vonage:Hosts:rest.nexmo.com is empty", "Hosts:rest.nexmo.com", "")]
    [TestCase("Vonage:Url.Rest is empty. Set a value, or remove the key.", "Url.Rest", "")]
    [TestCase("Vonage:Url.Api is empty", "Url.Api", " ")]
    [TestCase("Vonage:Url.Api.Video is empty", "Url.Api.Video", "")]
    [TestCase("Vonage:Url.Api.EMEA is empty", "Url.Api.EMEA", "\t")]
    [TestCase("Vonage:Region is empty", "Region", "")]
    [TestCase("Vonage:Proxy is empty", "Proxy", "  ")]
    [TestCase("Vonage:PreviousSignatureSecrets:0 must be a single value", "PreviousSignatureSecrets:0:Secret", "old")]
    [TestCase("Vonage:Url.Rest has an address that has a query", "Url.Rest", "http://h/?x=1")]
    [TestCase("Vonage:Timout is not a known key. Did you mean Timeout?", "Timout", "00:00:30")]
    [TestCase("Vonage:Host is not a known key. Did you mean Hosts?", "Host:rest.nexmo.com", "http://127.0.0.1:1")]
    [TestCase("Vonage:Api.Secrets is not a known key. Did you mean Api.Secret?", "Api.Secrets", "x")]
    [TestCase("Vonage:Sender is not a known key.", "Sender", "447700900000")]
    [TestCase("Vonage:Timeout must be a single value", "Timeout:Seconds", "30")]
    [TestCase("Vonage:Hosts must be a section", "Hosts", "http://127.0.0.1:1")]
    [TestCase("Vonage:PreviousSignatureSecrets must be a section", "PreviousSignatureSecrets", "old")]
    [TestCase("Vonage:Proxy must be an absolute address that starts with http://, https:// or socks5://", "Proxy", "proxy:8080")]
    [TestCase("Vonage:Proxy must be an absolute address that starts with http://, https:// or socks5://", "Proxy", "/proxy")]
    [TestCase("Vonage:Proxy must not have a path", "Proxy", "http://h/?x=1")]
    [TestCase("Vonage:PooledConnectionLifetime must not be negative", "PooledConnectionLifetime", "-00:00:10")]
    public async Task Wrong_options_stop_the_host_and_name_the_key(string expected, params string[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Chunk(2).ToDictionary(pair => "Vonage:" + pair[0], pair => (string?)pair[1]));
        builder.Services.AddVonage(builder.Configuration.GetSection("Vonage"));
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.That(error!.Message, Does.Contain(expected));
        await host.StopAsync();
    }

    [Test]
    public void Options_set_by_code_are_named_as_in_code()
    {
        var services = new ServiceCollection();
        services.AddVonage(options => options.ApiKey = "abcd1234");
        using var provider = services.BuildServiceProvider();
        Assert.That(provider.GetRequiredService<IVonageClient>, Throws.TypeOf<OptionsValidationException>().With.Message.Contains("VonageOptions.ApiSecret is not set, but VonageOptions.ApiKey is."));
    }

    [Test]
    public async Task Hosts_set_by_code_are_checked_when_the_host_starts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddVonage(options => (options.ApiKey, options.ApiSecret, options.Hosts["rest.nexmo.co"]) = ("abcd1234", "secret", new("http://127.0.0.1:1")));
        using var host = builder.Build();
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.That(error!.Message, Does.Contain("VonageOptions.Hosts:rest.nexmo.co is not one of the provider's hosts").And.Contain("Did you mean rest.nexmo.com?"));
    }

    [Test]
    public void The_whole_configuration_may_have_keys_of_others()
    {
        var services = new ServiceCollection();
        services.AddVonage(Configuration(new() { ["ApiKey"] = "abcd1234", ["ApiSecret"] = "secret", ["Logging:LogLevel:Default"] = "Trace", ["PATH"] = "/bin" }));
        using var provider = services.BuildServiceProvider();
        Assert.That(provider.GetRequiredService<IVonageClient>, Throws.Nothing);
    }

    [Test]
    public void Serialized_options_show_no_secret()
    {
        var options = new VonageOptions
        {
            ApiKey = "abcd1234",
            ApiSecret = "planted",
            PrivateKey = "planted",
            SignatureSecret = "planted",
            PreviousSignatureSecrets = { "planted" },
            Proxy = new("http://user:planted@proxy.example:8080"),
            Credentials = _ => VonageCredentials.FromApiKey("abcd1234", "planted"),
        };
        foreach (var shown in new[] { System.Text.Json.JsonSerializer.Serialize(options), Newtonsoft.Json.JsonConvert.SerializeObject(options), options.ToString()! })
            Assert.That(shown, Does.Not.Contain("planted"));
        Assert.That(System.Text.Json.JsonSerializer.Serialize(options), Does.Contain("abcd1234"));
    }

    [Test]
    public async Task An_old_secret_is_good_while_a_new_one_takes_over()
    {
        var services = new ServiceCollection();
        services.AddVonage(Configuration(new()
        {
            ["Vonage:ApiKey"] = "abcd1234",
            ["Vonage:SignatureSecret"] = "new",
            ["Vonage:PreviousSignatureSecrets:0"] = "old",
        }).GetSection("Vonage"));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var verifier = provider.GetRequiredService<WebhookVerifier>();
        foreach (var (secret, isValid) in new[] { ("new", true), ("old", true), ("other", false) })
            Assert.That((await verifier.VerifyAsync(new WebhookRequest("", "application/json", [1], new WebhookSigner("abcd1234", secret).SignBody([1])))).IsValid, Is.EqualTo(isValid), secret);
    }

    [Test]
    public async Task An_old_secret_is_of_the_method_that_the_credentials_have()
    {
        var services = new ServiceCollection();
        services.AddVonage(options =>
        {
            options.Credentials = _ => VonageCredentials.FromSignature("abcd1234", "new", SignatureMethod.HmacSha256);
            options.PreviousSignatureSecrets.Add("old");
        });
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var verifier = provider.GetRequiredService<WebhookVerifier>();
        foreach (var secret in new[] { "new", "old" })
        {
            var signed = new WebhookSigner("abcd1234", secret) { Method = SignatureMethod.HmacSha256 }.SignParameters([new("text", "x")]);
            var query = string.Join('&', signed.Select(parameter => $"{parameter.Key}={parameter.Value}"));
            Assert.That((await verifier.VerifyAsync(new WebhookRequest(query, null, [], null), new() { SignatureType = WebhookSignatureType.Parameters })).IsValid, secret);
        }
    }

    [Test]
    public async Task A_callback_that_gives_nothing_stops_the_host()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddVonage("tenant-a", options => options.Credentials = _ => null!);
        using var host = builder.Build();
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.That(error!.Message, Does.Contain("VonageOptions.Credentials"));
    }

    [Test]
    public void Each_api_of_each_account_is_a_singleton_of_its_own()
    {
        var services = new ServiceCollection();
        services.AddVonage(options => (options.ApiKey, options.ApiSecret) = ("abcd1234", "secret"));
        services.AddVonage("a", options => (options.ApiKey, options.ApiSecret) = ("tenant-a", "secret"));
        using var provider = services.BuildServiceProvider(validateScopes: true);
        var client = provider.GetRequiredKeyedService<IVonageClient>("a");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(client, Is.Not.SameAs(provider.GetRequiredService<IVonageClient>()));
            foreach (var property in typeof(IVonageClient).GetProperties())
            {
                Assert.That(provider.GetRequiredKeyedService(property.PropertyType, "a"), Is.SameAs(property.GetValue(client)), property.Name);
                Assert.That(provider.GetRequiredService(property.PropertyType), Is.Not.SameAs(property.GetValue(client)), property.Name);
            }
        }
    }

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private static Dictionary<string, string?> Account(VonageSimulator simulator, string section)
    {
        var settings = new Dictionary<string, string?>
        {
            [$"{section}:ApiKey"] = simulator.ApiKey,
            [$"{section}:ApiSecret"] = simulator.ApiSecret,
            [$"{section}:SignatureSecret"] = simulator.SignatureSecret,
        };
        foreach (var (host, address) in simulator.Hosts)
            settings[$"{section}:Hosts:{host}"] = address.ToString();
        return settings;
    }

    private static void SetHosts(VonageOptions options, VonageSimulator simulator)
    {
        foreach (var (host, address) in simulator.Hosts)
            options.Hosts[host] = address;
    }

    private sealed record SecretStore(string Secret);

    private sealed class Stamp : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Stamp", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
