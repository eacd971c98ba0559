using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Garnet;
using StackExchange.Redis;

namespace Vonage.Redis.Tests.Support;

/// <summary>
/// A server that speaks Redis's protocol: Garnet in this process, or the program that <c>REDIS_SERVER</c> names. It stores nothing, so that what it knew is lost when
/// it stops.
/// </summary>
internal sealed class RedisServer : IDisposable
{
    private static readonly string? Program = Environment.GetEnvironmentVariable("REDIS_SERVER");

    private readonly int _port = Ports.Free();
    private GarnetServer? _garnet;
    private Process? _process;

    private RedisServer()
    {
    }

    public string Connection => $"127.0.0.1:{_port}";

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        await server.RunAsync();
        return server;
    }

    /// <summary>Starts the server again, after <see cref="Kill"/>.</summary>
    public async Task RunAsync()
    {
        if (string.IsNullOrEmpty(Program))
        {
            // Without transactions, it runs scripts side by side.
            _garnet = new GarnetServer(["--port", $"{_port}", "--bind", "127.0.0.1", "--lua", "--lua-transaction-mode"]);
            _garnet.Start();
        }
        else
        {
            _process = Process.Start(new ProcessStartInfo(Program, ["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true })!;
            _process.OutputDataReceived += (_, _) => { };
            _process.BeginOutputReadLine();
        }

        while (!await AnswersAsync())
            await Task.Delay(20);
    }

    public void Kill()
    {
        _garnet?.Dispose();
        _garnet = null;
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync($"{Connection},abortConnect=false");

    public void Dispose() => Kill();

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[7];
            await client.GetStream().ReadExactlyAsync(answer);
            return answer.AsSpan().SequenceEqual("+PONG\r\n"u8);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return false;
        }
    }
}
