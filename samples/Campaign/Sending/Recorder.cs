using System.Data.Common;
using System.Threading.Channels;
using Campaign.Store;
using Microsoft.Extensions.Logging;

namespace Campaign.Sending;

/// <summary>Commits what became of attempts: one transaction for all that have come meanwhile.</summary>
public sealed partial class Recorder : IAsyncDisposable
{
    private const int Most = 500;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    private readonly Channel<(Outcome Outcome, TaskCompletionSource Done)> _waiting = Channel.CreateUnbounded<(Outcome, TaskCompletionSource)>(new() { SingleReader = true });
    private readonly CancellationTokenSource _giveUp = new();
    private readonly Recipients _recipients;
    private readonly ILogger _logger;
    private readonly Task _running;

    public Recorder(Recipients recipients, ILogger<Recorder> logger)
    {
        _recipients = recipients;
        _logger = logger;
        // Here, and not with the first outcome: of two that come first, each would start one.
        _running = RunAsync();
    }

    /// <summary>Records an outcome. The task ends when it is committed, and fails if it will not be.</summary>
    internal Task RecordAsync(Outcome outcome)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiting.Writer.TryWrite((outcome, done)) ? done.Task : throw new ObjectDisposedException(nameof(Recorder));
    }

    /// <summary>Commits what is left, unless the database is away: then the rows become unknown when their lease ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        _giveUp.CancelAfter(TimeSpan.FromSeconds(5));
        await _running;
        _giveUp.Dispose();
    }

    private async Task RunAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var batch = new List<(Outcome Outcome, TaskCompletionSource Done)>();
            while (batch.Count < Most && _waiting.Reader.TryRead(out var next))
                batch.Add(next);
            try
            {
                await CommitAsync([.. batch.Select(item => item.Outcome)]);
                batch.ForEach(item => item.Done.TrySetResult());
            }
            catch (Exception error)
            {
                // Told to each that waits; what comes after these is tried again.
                batch.ForEach(item => item.Done.TrySetException(error));
            }
        }
    }

    private async Task CommitAsync(List<Outcome> outcomes)
    {
        while (true)
        {
            try
            {
                await _recipients.RecordAsync(outcomes, CancellationToken.None);
                return;
            }
            catch (DbException error) when (!_giveUp.IsCancellationRequested)
            {
                CannotRecord(error, outcomes.Count);
                await Task.Delay(BetweenTries);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outcome of {Count} messages cannot be recorded yet; trying again.")]
    private partial void CannotRecord(Exception error, int count);
}
