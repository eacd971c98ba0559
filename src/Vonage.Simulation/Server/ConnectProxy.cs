using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace Vonage.Simulation.Server;

/// <summary>
/// Lets a client whose hosts cannot be set use the simulator as its proxy: CONNECT to a host of the APIs leads to the listener for HTTPS, and to any other
/// host nowhere.
/// </summary>
internal sealed class ConnectProxy(IEnumerable<string> hosts, Func<IPEndPoint> secure)
{
    private const int MaxHead = 16 * 1024;
    private readonly HashSet<string> _hosts = hosts.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static ReadOnlySpan<byte> Verb => "CONNECT "u8;

    /// <summary>Handles a connection, or passes it on if it does not begin with CONNECT.</summary>
    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (await ReadTargetAsync(connection).ConfigureAwait(false) is not { } target)
            await next(connection).ConfigureAwait(false);
        else if (target.Split(':') is [var host, "443"] && _hosts.Contains(host))
            await TunnelAsync(connection).ConfigureAwait(false);
        else
            await SayAsync(connection, "403 Forbidden", "The simulator is a proxy only for port 443 of the hosts of the APIs.").ConfigureAwait(false);
    }

    private static async Task<string?> ReadTargetAsync(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(connection.ConnectionClosed).ConfigureAwait(false);
            var head = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, MaxHead)).ToArray();
            var end = head.AsSpan().IndexOf("\r\n\r\n"u8);
            if (IsConnect(head) && end > 0)
            {
                input.AdvanceTo(read.Buffer.GetPosition(end + 4));
                return Encoding.ASCII.GetString(head).Split(' ', 3)[1];
            }
            if (!IsConnect(head) || read.IsCompleted || head.Length == MaxHead)
            {
                input.AdvanceTo(read.Buffer.Start);
                return null;
            }
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    // So far, or at all.
    private static bool IsConnect(ReadOnlySpan<byte> head) => Verb.StartsWith(head[..Math.Min(head.Length, Verb.Length)]);

    private async Task TunnelAsync(ConnectionContext connection)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(secure(), connection.ConnectionClosed).ConfigureAwait(false);
            await SayAsync(connection, "200 Connection established", null).ConfigureAwait(false);
            await using var stream = new NetworkStream(socket);
            var there = connection.Transport.Input.CopyToAsync(stream, connection.ConnectionClosed);
            var back = stream.CopyToAsync(connection.Transport.Output, connection.ConnectionClosed);
            await (await Task.WhenAny(there, back).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // One side has closed the connection.
        }
    }

    private static async Task SayAsync(ConnectionContext connection, string status, string? text)
    {
        var length = text is null ? "" : $"Content-Type: text/plain\r\nContent-Length: {text.Length}\r\nConnection: close\r\n";
        await connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{length}\r\n{text}"), connection.ConnectionClosed).ConfigureAwait(false);
    }
}
