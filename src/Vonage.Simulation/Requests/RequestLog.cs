using System.Collections;

namespace Vonage.Simulation;

/// <summary>The requests that a simulator received, oldest first. Reading it while requests come in is safe.</summary>
public sealed class RequestLog : IReadOnlyList<ReceivedRequest>
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedRequest> _requests = [];
    private TaskCompletionSource _arrival = NextArrival();

    internal RequestLog()
    {
    }

    /// <inheritdoc />
    public int Count
    {
        get
        {
            lock (_gate)
                return _requests.Count;
        }
    }

    /// <inheritdoc />
    public ReceivedRequest this[int index]
    {
        get
        {
            lock (_gate)
                return _requests[index];
        }
    }

    /// <summary>Forgets what was received.</summary>
    public void Clear()
    {
        lock (_gate)
            _requests.Clear();
    }

    /// <summary>The first request that fits, whether it has come in already or is still to come.</summary>
    /// <param name="predicate">What it has to be like.</param>
    /// <param name="timeout">How long to wait; 5 seconds where nothing is said.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public async Task<ReceivedRequest> WaitForAsync(
        Func<ReceivedRequest, bool> predicate, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var patience = timeout ?? TimeSpan.FromSeconds(5);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        while (true)
        {
            var (received, arrival) = Snapshot();
            if (Array.Find(received, request => predicate(request)) is { } found)
                return found;
            try
            {
                await arrival.WaitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException(
                    $"No such request within {patience}. Received: {string.Join("; ", received.AsEnumerable())}{(received.Length == 0 ? "nothing" : "")}.");
            }
        }
    }

    /// <inheritdoc />
    public IEnumerator<ReceivedRequest> GetEnumerator() => Snapshot().Received.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(ReceivedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
            _arrival.SetResult();
            _arrival = NextArrival();
        }
    }

    private (ReceivedRequest[] Received, Task Arrival) Snapshot()
    {
        lock (_gate)
            return ([.. _requests], _arrival.Task);
    }

    private static TaskCompletionSource NextArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
