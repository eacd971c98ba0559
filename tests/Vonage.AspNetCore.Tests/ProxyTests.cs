using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Account;
using Vonage.Core.Pipeline;
using Vonage.Testing;

namespace Vonage.AspNetCore.Tests;

/// <summary>Requests by way of a proxy, which is a server of its own here.</summary>
internal sealed class ProxyTests
{
    [Test]
    public async Task Requests_go_through_the_proxy()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        await using var proxy = await Proxy.StartAsync();
        await using var provider = Services(new()
        {
            ["Proxy"] = proxy.Address.ToString(),
            ["ApiKey"] = simulator.ApiKey,
            ["ApiSecret"] = simulator.ApiSecret,
            ["Hosts:rest.nexmo.com"] = simulator.Hosts["rest.nexmo.com"].ToString(),
        });

        var balance = await provider.GetRequiredService<IAccountClient>().GetBalanceAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(balance.Value, Is.Positive);
            Assert.That(proxy.Targets.Single(), Does.StartWith($"GET {simulator.Hosts["rest.nexmo.com"]}"));
            Assert.That(simulator.Requests.Single().Headers["Via"].ToString(), Is.EqualTo("1.1 test"));
        }
    }

    [Test]
    public async Task The_proxy_sees_nothing_of_what_is_encrypted()
    {
        await using var proxy = await Proxy.StartAsync();
        await using var provider = Services(new() { ["Proxy"] = proxy.Address.ToString(), ["ApiKey"] = "abcd1234", ["ApiSecret"] = "secret" });

        Assert.That(() => provider.GetRequiredService<IAccountClient>().GetBalanceAsync(), Throws.InstanceOf<Core.ApiConnectionException>());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(proxy.Targets, Is.Not.Empty.And.All.EqualTo("CONNECT rest.nexmo.com:443"));
            Assert.That(proxy.Authorizations, Is.All.Empty);
        }
    }

    [Test]
    public async Task The_proxy_gets_the_password_that_its_address_contains()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        await using var proxy = await Proxy.StartAsync();
        proxy.Password = "user:p@ss:word";
        await using var provider = Services(new()
        {
            ["Proxy"] = proxy.Address.ToString().Replace("http://", "http://user:p%40ss%3Aword@"),
            ["ApiKey"] = simulator.ApiKey,
            ["ApiSecret"] = simulator.ApiSecret,
            ["Hosts:rest.nexmo.com"] = simulator.Hosts["rest.nexmo.com"].ToString(),
        });

        await provider.GetRequiredService<IAccountClient>().GetBalanceAsync();

        Assert.That(simulator.Requests.Single().Headers["Via"].ToString(), Is.EqualTo("1.1 test"));
        Assert.That(simulator.Requests.Single().Headers.ContainsKey("Proxy-Authorization"), Is.False);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddVonage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Passes requests on, and refuses tunnels.</summary>
    private sealed class Proxy : IAsyncDisposable
    {
        private readonly HttpClient _http = new();
        private WebServer _server = null!;

        public ConcurrentQueue<string> Targets { get; } = [];

        public ConcurrentQueue<string> Authorizations { get; } = [];

        public string? Password { get; set; }

        public Uri Address => _server.Address;

        public static async Task<Proxy> StartAsync()
        {
            var proxy = new Proxy();
            proxy._server = await WebServer.StartAsync(app => app.Run(proxy.PassOnAsync));
            return proxy;
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await _server.DisposeAsync();
        }

        private async Task PassOnAsync(HttpContext context)
        {
            var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            Targets.Enqueue($"{context.Request.Method} {target}");
            if (Password is not null && context.Request.Headers.ProxyAuthorization != BasicAuthentication.Header(Password.Split(':')[0], Password[(Password.IndexOf(':') + 1)..]))
            {
                context.Response.StatusCode = StatusCodes.Status407ProxyAuthenticationRequired;
                context.Response.Headers.ProxyAuthenticate = "Basic realm=\"test\"";
                return;
            }

            context.Request.Headers.Remove("Proxy-Authorization");
            Authorizations.Enqueue(context.Request.Headers.Authorization.ToString());
            if (HttpMethods.IsConnect(context.Request.Method))
            {
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                return;
            }

            using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target);
            foreach (var header in context.Request.Headers)
                request.Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string?>)header.Value);
            request.Headers.Add("Via", "1.1 test");
            using var response = await _http.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }
}
