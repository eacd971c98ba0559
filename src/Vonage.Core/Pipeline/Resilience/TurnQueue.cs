using System.Threading.RateLimiting;

namespace Vonage.Core.Pipeline;

/// <summary>
/// Lets those who wait have the permits of all their limits at once, or none: what one limit would grant is not lost to a caller who gives up
/// while another one lets him wait.
/// </summary>
/// <remarks>
/// The oldest comes first. Whoever waits for a limit does not hold up others by the faster limits that he needs as well; by the slower ones he
/// does, so that he gets what he waits for.
/// </remarks>
internal sealed class TurnQueue(TimeProvider clock)
{
    private readonly object _lock = new();
    private readonly LinkedList<Turn> _waiting = new();
    private readonly List<Turn> _granted = [];
    private long _pass;
    private bool _isClosed;

    private LinkedList<Turn> Waiting => _isClosed ? throw new ObjectDisposedException(nameof(RateLimits)) : _waiting;

    /// <summary>Takes permits of all limits, if nobody has to wait for them.</summary>
    /// <param name="limits">The limits, the slowest first.</param>
    /// <param name="count">The number of permits.</param>
    public RateLimitLease TryEnter(PacedPermits[] limits, int count)
    {
        var turn = new Turn(limits, count);
        lock (_lock)
        {
            if (!TryTake(turn))
            {
                foreach (var limit in limits)
                    limit.Refused++;
                return Lease.Refused;
            }
        }

        Spend(turn);
        return Lease.Granted;
    }

    /// <summary>Waits for permits of all limits.</summary>
    /// <param name="limits">The limits, the slowest first.</param>
    /// <param name="count">The number of permits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<RateLimitLease> EnterAsync(PacedPermits[] limits, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new Turn(limits, count);
        bool isGranted;
        lock (_lock)
        {
            isGranted = TryTake(turn);
            if (!isGranted)
                Add(turn);
        }

        if (isGranted)
        {
            Spend(turn);
            return Lease.Granted;
        }

        using var registration = cancellationToken.Register(() => Leave(turn, cancellationToken));
        return await turn.Granted.Task.ConfigureAwait(false) ? Lease.Granted : Lease.Refused;
    }

    /// <summary>Reads or changes limits while nobody else does.</summary>
    public T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }

    /// <summary>Refuses those who wait, and all others.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (var turn in _waiting)
                turn.Granted.TrySetResult(false);
            _waiting.Clear();
        }
    }

    // Nobody who waits can have his turn now, because that is seen to whenever a permit comes back; but the older ones have claims.
    private bool TryTake(Turn turn)
    {
        var waiting = Waiting;
        if (Array.Exists(turn.Limits, limit => limit.Available < turn.Needed))
            return false;
        _pass++;
        if (Array.Exists(turn.Limits, limit => limit.Waiting > 0))
            foreach (var older in waiting)
                Claim(older);
        return Claim(turn) && Take(turn);
    }

    private bool Claim(Turn turn)
    {
        foreach (var limit in turn.Limits)
            if (!limit.Claim(turn.Needed, _pass))
                return false;
        return true;
    }

    private static bool Take(Turn turn)
    {
        foreach (var limit in turn.Limits)
            limit.Take(turn.Needed, turn.Count);
        return true;
    }

    private void Add(Turn turn)
    {
        turn.Place = _waiting.AddLast(turn);
        foreach (var limit in turn.Limits)
            limit.Waiting++;
    }

    private void Remove(Turn turn)
    {
        _waiting.Remove(turn.Place!);
        turn.Place = null;
        foreach (var limit in turn.Limits)
            limit.Waiting--;
    }

    private void Leave(Turn turn, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (turn.Place?.List is null)
                return;
            Remove(turn);

            // Others may have what he had claimed.
            if (Array.Exists(turn.Limits, limit => limit.Available > 0))
                Grant();
        }

        turn.Granted.TrySetCanceled(cancellationToken);
    }

    private void Grant()
    {
        _pass++;
        for (var place = _waiting.First; place is not null;)
        {
            var (turn, next) = (place.Value, place.Next);
            if (Claim(turn) && Take(turn))
            {
                Remove(turn);
                _granted.Add(turn);
            }

            place = next;
        }

        // Their time begins now, not when their threads come to it.
        foreach (var turn in _granted)
        {
            Spend(turn);
            turn.Granted.TrySetResult(true);
        }

        _granted.Clear();
    }

    private void Spend(Turn turn)
    {
        if (turn.Count > 0)
            foreach (var limit in turn.Limits)
                _ = ReturnAsync(limit, turn.Count);
    }

    private async Task ReturnAsync(PacedPermits limit, int count)
    {
#if NET
        await Task.Delay(limit.Period, clock).ConfigureAwait(false);
#else
        await clock.Delay(limit.Period).ConfigureAwait(false);
#endif
        lock (_lock)
        {
            limit.Available += count;
            if (limit.Waiting > 0)
                Grant();
        }
    }

    private sealed class Turn(PacedPermits[] limits, int count)
    {
        public PacedPermits[] Limits => limits;

        public int Count => count;

        // To ask for no permit is to ask whether there is one.
        public int Needed => Math.Max(count, 1);

        public LinkedListNode<Turn>? Place { get; set; }

        public TaskCompletionSource<bool> Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    // A permit need not be returned.
    private sealed class Lease(bool isAcquired) : RateLimitLease
    {
        public static readonly Lease Granted = new(true);

        public static readonly Lease Refused = new(false);

        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
