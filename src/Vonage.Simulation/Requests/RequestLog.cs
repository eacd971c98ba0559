using System.Collections;

namespace Vonage.Simulation;

/// <summary>
/// The requests that a simulator received, oldest first. It can be read while requests arrive. <see cref="SimulatorOptions.MaxRecorded"/> limits
/// its size.
/// </summary>
public sealed class RequestLog : IReadOnlyList<ReceivedRequest>
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedRequest> _requests = [];
    private readonly int _maxCount;
    private readonly long _maxBytes;
    private long _bytes;
    private long _lastId;
    private TaskCompletionSource _arrival = NextArrival();

    internal RequestLog(int maxCount, long maxBytes) => (_maxCount, _maxBytes) = (maxCount, maxBytes);

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

    /// <summary>Removes all requests.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _bytes = 0;
        }
    }

    /// <summary>Removes the requests that match.</summary>
    /// <param name="predicate">The condition.</param>
    public void Remove(Predicate<ReceivedRequest> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        lock (_gate)
        {
            _requests.RemoveAll(predicate);
            _bytes = _requests.Sum(request => request.Size);
        }
    }

    /// <summary>Waits for the first request that matches, or returns it if it has already arrived.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="timeout">The time to wait. The default is 5 seconds.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="TimeoutException">No matching request arrived in time.</exception>
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
                    $"No matching request arrived within {patience}. Received: {string.Join("; ", received.AsEnumerable())}{(received.Length == 0 ? "nothing" : "")}.");
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
            request.Id = ++_lastId;
            _requests.Add(request);
            _bytes += request.Size;
            while (_requests.Count > _maxCount || (_bytes > _maxBytes && _requests.Count > 1))
            {
                _bytes -= _requests[0].Size;
                _requests.RemoveAt(0);
            }
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
