using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Vonage.Simulation.Server;

/// <summary>Kestrel on the loopback interface without a host or container, so that it starts quickly and does not handle Ctrl+C.</summary>
internal sealed class SimulatorServer : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly KestrelServer _server;
    private readonly Func<HttpContext, CancellationToken, Task> _handler;
    private readonly CancellationTokenSource _stopping = new();

    private readonly WebApplication? _secure;

    private SimulatorServer(SimulatorOptions simulator, IEnumerable<string> hosts, Func<HttpContext, CancellationToken, Task> handler)
    {
        _handler = handler;
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = simulator.MaxRequestBodySize;
        options.Listen(simulator.BindAddress, simulator.Port, listener =>
        {
            listener.Protocols = HttpProtocols.Http1;
            if (simulator.HttpsPort is not null)
            {
                var proxy = new ConnectProxy(hosts, () => new IPEndPoint(IsAny(simulator.BindAddress) ? IPAddress.Loopback : simulator.BindAddress, SecureAddress!.Port));
                listener.Use(next => connection => proxy.RunAsync(connection, next));
            }
        });
        if (simulator.HttpsPort is { } securePort)
        {
            // HTTPS takes services that only a host has.
            _secure = CreateHost();
            options.ApplicationServices = _secure.Services;
            Certificate = ServerCertificate.Create(hosts, simulator.BindAddress);
            options.Listen(simulator.BindAddress, securePort, listener =>
            {
                listener.Protocols = HttpProtocols.Http1;
                listener.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = Certificate.Certificate });
            });
        }

        _server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    /// <summary>The address of the server.</summary>
    public Uri Address => Find(Uri.UriSchemeHttp)!;

    /// <summary>The address for HTTPS; null if there is none.</summary>
    public Uri? SecureAddress => Find(Uri.UriSchemeHttps);

    /// <summary>The certificate for HTTPS; null if there is none.</summary>
    public ServerCertificate? Certificate { get; }

    /// <param name="options">The ports and the size of bodies.</param>
    /// <param name="hosts">The hosts that the certificate names.</param>
    /// <param name="handler">Handles a request. Its token is canceled when the server stops.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<SimulatorServer> StartAsync(
        SimulatorOptions options, IEnumerable<string> hosts, Func<HttpContext, CancellationToken, Task> handler, CancellationToken cancellationToken)
    {
        var server = new SimulatorServer(options, hosts, handler);
        await server._server.StartAsync(server, cancellationToken).ConfigureAwait(false);
        return server;
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => _handler(context, _stopping.Token);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        using var limit = new CancellationTokenSource(Patience);
        await _server.StopAsync(limit.Token).ConfigureAwait(false);
        _server.Dispose();
        Certificate?.Dispose();
        if (_secure is not null)
            await _secure.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private static WebApplication CreateHost()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddLogging();
        return builder.Build();
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private Uri? Find(string scheme) => _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Select(address => new Uri(address)).FirstOrDefault(address => address.Scheme == scheme) is { } found
        ? Callable(found)
        : null;

    // All addresses together are one to listen at, and none to call.
    private static Uri Callable(Uri address) => IPAddress.TryParse(address.Host, out var host) && IsAny(host)
        ? new UriBuilder(address) { Host = host.Equals(IPAddress.Any) ? $"{IPAddress.Loopback}" : $"[{IPAddress.IPv6Loopback}]" }.Uri
        : address;
}
