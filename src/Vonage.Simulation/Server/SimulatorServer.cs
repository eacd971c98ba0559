using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
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

    private SimulatorServer(SimulatorOptions simulator, Func<HttpContext, CancellationToken, Task> handler)
    {
        _handler = handler;
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = simulator.MaxRequestBodySize;
        options.Listen(IPAddress.Loopback, simulator.Port, listener => listener.Protocols = HttpProtocols.Http1);
        _server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    /// <summary>The address of the server.</summary>
    public Uri Address => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <param name="options">The port and the size of bodies.</param>
    /// <param name="handler">Handles a request. Its token is canceled when the server stops.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<SimulatorServer> StartAsync(
        SimulatorOptions options, Func<HttpContext, CancellationToken, Task> handler, CancellationToken cancellationToken)
    {
        var server = new SimulatorServer(options, handler);
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
        _stopping.Dispose();
    }
}
