using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TestSupport;

/// <summary>A server that writes its replies byte by byte, so that they can be as broken as a test needs.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly Func<RawExchange, Task> _answer;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    /// <summary>Starts a server. A connection is kept for the next request unless the answer closes or resets it.</summary>
    public RawServer(Func<RawExchange, Task> answer)
    {
        _answer = answer;
        _listener.Start(512);
        _running = RunAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>The first lines of the requests: <c>GET /v1/things HTTP/1.1</c>.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Answers every request with the same text.</summary>
    public static RawServer Saying(string reply) => new(exchange => exchange.AnswerAsync(reply));

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
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        await Task.Yield();
        using (connection)
        {
            try
            {
                connection.NoDelay = true;
                var buffer = new RawBuffer(connection.GetStream());
                while (await RawExchange.ReadAsync(connection, buffer, _stop.Token) is { } exchange)
                {
                    Lines.Enqueue(exchange.Line);
                    await _answer(exchange);
                    if (exchange.IsClosed)
                        return;
                }
            }
            catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client has left, or the test is over.
            }
        }
    }
}

/// <summary>A request, and the connection to answer on.</summary>
internal sealed class RawExchange
{
    private readonly TcpClient _connection;
    private readonly NetworkStream _stream;

    private readonly RawBuffer _buffer;

    private RawExchange(TcpClient connection, RawBuffer buffer, string head, CancellationToken stopping)
    {
        _connection = connection;
        _stream = connection.GetStream();
        _buffer = buffer;
        Head = head;
        Stopping = stopping;
    }

    /// <summary>The first line and the headers.</summary>
    public string Head { get; }

    public string Line => Head[..Head.IndexOf("\r\n", StringComparison.Ordinal)];

    public string Method => Line.Split(' ')[0];

    /// <summary>The path and the query.</summary>
    public string Target => Line.Split(' ')[1];

    public bool IsClosed { get; private set; }

    public CancellationToken Stopping { get; }

    public static async Task<RawExchange?> ReadAsync(TcpClient connection, RawBuffer buffer, CancellationToken stopping) =>
        await buffer.ReadHeadAsync(stopping) is { } head ? new RawExchange(connection, buffer, head, stopping) : null;

    /// <summary>Reads the body to its end.</summary>
    public async Task<byte[]> ReadBodyAsync()
    {
        if (Header("Expect") is not null)
            await WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
        if (Header("Transfer-Encoding") is not null)
            throw new NotSupportedException("Chunks.");
        var body = new byte[int.Parse(Header("Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        await _buffer.ReadExactlyAsync(body, Stopping);
        return body;
    }

    /// <summary>Reads the request's body and writes an answer.</summary>
    public async Task AnswerAsync(string reply)
    {
        await ReadBodyAsync();
        await WriteAsync(reply);
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes, Stopping);

    /// <summary>Waits until the client closes the connection.</summary>
    public async Task WaitForEndAsync()
    {
        var rest = new byte[4096];
        while (await _stream.ReadAsync(rest, Stopping) > 0)
        {
        }

        Close();
    }

    /// <summary>Closes the connection after what was written.</summary>
    public void Close()
    {
        IsClosed = true;
        _connection.Close();
    }

    /// <summary>Aborts the connection.</summary>
    public void Reset()
    {
        _connection.LingerState = new LingerOption(true, 0);
        Close();
    }

    public string? Header(string name)
    {
        var start = Head.IndexOf("\r\n" + name + ":", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        start += name.Length + 3;
        return Head[start..Head.IndexOf("\r\n", start, StringComparison.Ordinal)].Trim();
    }
}

/// <summary>What arrived on a connection and was not read yet.</summary>
internal sealed class RawBuffer(NetworkStream stream)
{
    private byte[] _bytes = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>Reads up to the next empty line; null at the end of the connection.</summary>
    public async Task<string?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        int length;
        while ((length = _bytes.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0)
            if (!await FillAsync(cancellationToken))
                return null;
        var head = Encoding.Latin1.GetString(_bytes, _start, length + 4);
        _start += length + 4;
        return head;
    }

    public async Task ReadExactlyAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        var ready = Math.Min(target.Length, _end - _start);
        _bytes.AsSpan(_start, ready).CopyTo(target.Span);
        _start += ready;
        await stream.ReadExactlyAsync(target[ready..], cancellationToken);
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            _end -= _start;
            _start = 0;
        }

        if (_end == _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        var count = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken);
        _end += count;
        return count > 0;
    }
}
