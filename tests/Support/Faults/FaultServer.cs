using System.Collections.Concurrent;
using System.Globalization;
using Vonage.Core;

namespace TestSupport.Faults;

/// <summary>Plays recorded replies, up to that of the operation in question: there it fails.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Run> _runs = new(StringComparer.Ordinal);
    private readonly RawServer _server;
    private int _last;

    public FaultServer() => _server = new RawServer(AnswerAsync);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Makes a call whose operation meets a fault, and counts the requests of the operation.</summary>
    public async Task<int> CallAsync(HttpClient http, PlayedCall call, Fault fault, Action<ApiClientOptions> configure)
    {
        var id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        var run = _runs[id] = new Run(call, fault);
        try
        {
            await call.Call(http, new Uri(_server.Address, id), configure);
        }
        finally
        {
            Reached[(call, fault)] = run.Count;
        }

        return run.Count;
    }

    /// <summary>How often the request of an operation reached the server.</summary>
    public ConcurrentDictionary<(PlayedCall Call, Fault Fault), int> Reached { get; } = new();

    private Task AnswerAsync(RawExchange exchange)
    {
        var run = _runs[exchange.Target.Split('/', 3)[1]];
        return run.Next(exchange.Line) is { } reply ? AllFaults.ReplyAsync(exchange, reply, reply.Body) : run.Fault.Answer(exchange, run.Call.Reply);
    }

    private sealed class Run(PlayedCall call, Fault fault)
    {
        private readonly Lock _lock = new();
        private int _next;
        private string? _target;

        public PlayedCall Call => call;

        public Fault Fault => fault;

        public int Count { get; private set; }

        /// <summary>Gets the reply to play; null where the fault belongs. The same request again is the operation again.</summary>
        public RecordedReply? Next(string line)
        {
            lock (_lock)
            {
                if (_next == call.Target)
                    _target = line;
                if (line == _target)
                {
                    Count++;
                    _next = call.Target + 1;
                    return null;
                }

                return call.Replies[Math.Min(_next++, call.Replies.Count - 1)];
            }
        }
    }
}
