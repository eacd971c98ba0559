using System.Collections.Concurrent;

namespace Vonage.Core.Pipeline;

/// <summary>The quotas of a client for retries, one for each host: see <see cref="RetryOptions.Quota"/>.</summary>
internal sealed class RetryQuotas(int capacity)
{
    public const int Transient = 14;
    public const int Throttled = 5;

    private readonly ConcurrentDictionary<string, Bucket> _left = new(StringComparer.OrdinalIgnoreCase);

    // As long as nothing has failed, a success costs one look at this field.
    private volatile bool _isUsed;

    /// <summary>Takes the price of a retry, if there is enough left.</summary>
    public bool TryTake(string host, int price)
    {
        _isUsed = true;
        var bucket = _left.GetOrAdd(host, _ => new Bucket(capacity));
        lock (bucket)
        {
            if (bucket.Left < price)
                return false;
            bucket.Left -= price;
            return true;
        }
    }

    /// <summary>Gives back what the retries of a successful call took.</summary>
    public void OnSuccess(ServerAddress address, Retries? retries)
    {
        if (!_isUsed || !_left.TryGetValue(address.Authority, out var bucket))
            return;
        lock (bucket)
            bucket.Left += Math.Min(capacity - bucket.Left, retries?.Taken ?? 1);
    }

    private sealed class Bucket(int left)
    {
        public int Left { get; set; } = left;
    }
}
