using System.Net;
using System.Net.Sockets;
using System.Text;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>A server that reads a request and closes its connection may have processed it.</summary>
internal sealed class RepeatTests
{
    [TestCase("POST", OperationEffect.Once)]
    [TestCase("PUT", OperationEffect.Idempotent)]
    [TestCase("PATCH", OperationEffect.Once)]
    [TestCase("DELETE", OperationEffect.Idempotent)]
    [TestCase("POST", OperationEffect.None)]
    [TestCase("GET", OperationEffect.Once)]
    [TestCase("GET", OperationEffect.Idempotent)]
    public async Task A_request_without_a_body_is_not_sent_again_when_a_reused_connection_closes(string method, OperationEffect effect)
    {
        await using var server = new ClosingServer();
        using var http = new HttpClient();
        var client = new VonageApiClient(http, Keys.All, new VonageClientOptions { Retry = RetryOptions.None, Hosts = { ["rest.nexmo.com"] = server.Address } });
        var operation = new ApiOperation("Things.legacy", method, "/legacy", Operations.Rest, ApiAuthentication.Basic) { Effect = effect };
        var request = new ApiRequest(operation, "/v1/things", null);
        await client.SendAsync(request);
        Assert.That(async () => await client.SendAsync(request), Throws.InstanceOf<ApiConnectionException>());
        Assert.That(server.Received, Has.Count.EqualTo(2));
        Assert.That(server.Received, Is.All.StartsWith($"{method} /v1/things").And.All.Contains("Content-Length: 0\r\n"));
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    // What docs/reliability.md says of reads: the platform repeats them, without a header that RFC 9110 advises against.
    [Test]
    public async Task A_read_is_repeated_by_the_platform_when_a_reused_connection_closes()
    {
        await using var server = new ClosingServer();
        using var http = new HttpClient();
        var client = new VonageApiClient(http, Keys.All, new VonageClientOptions { Retry = RetryOptions.None, Hosts = { ["rest.nexmo.com"] = server.Address } });
        var request = new ApiRequest(Operations.With("GET", ApiAuthentication.Basic), "/v1/things", null);
        await client.SendAsync(request);
        await client.SendAsync(request);
        Assert.That(server.Received, Has.Count.EqualTo(3));
        Assert.That(server.Received, Is.All.StartsWith("GET /v1/things").And.None.Contains("Content-Length"));
    }

    [TestCase("GET", OperationEffect.None)]
    [TestCase("HEAD", OperationEffect.None)]
    [TestCase("PUT", OperationEffect.Idempotent)]
    [TestCase("DELETE", OperationEffect.Idempotent)]
    [TestCase("POST", OperationEffect.Once)]
    [TestCase("PATCH", OperationEffect.Once)]
    public void The_effect_of_an_operation_follows_from_its_method_by_default(string method, OperationEffect effect) =>
        Assert.That(Operations.With(method).Effect, Is.EqualTo(effect));

    /// <summary>Answers the first request of a connection; reads the second and closes the connection.</summary>
    private sealed class ClosingServer : IAsyncDisposable
    {
        private static readonly byte[] Reply = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");

        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _running;

        public ClosingServer()
        {
            _listener.Start();
            _running = RunAsync();
        }

        public Uri Address => new($"http://{_listener.LocalEndpoint}");

        public List<string> Received { get; } = [];

        public int Connections { get; private set; }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running;
            _listener.Stop();
            _stop.Dispose();
        }

        private async Task RunAsync()
        {
            try
            {
                while (true)
                {
                    using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                    Connections++;
                    var stream = connection.GetStream();
                    await ReadAsync(stream);
                    await stream.WriteAsync(Reply, _stop.Token);
                    await ReadAsync(stream);
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // The test is over.
            }
        }

        private async Task ReadAsync(NetworkStream stream)
        {
            var head = new StringBuilder();
            var buffer = new byte[4096];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                var count = await stream.ReadAsync(buffer, _stop.Token);
                if (count == 0)
                    return;
                head.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }

            Received.Add(head.ToString());
        }
    }
}
