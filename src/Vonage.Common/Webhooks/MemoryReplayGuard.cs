namespace Vonage;

/// <summary>Stores the IDs of used tokens in memory until they expire. Instances are thread-safe.</summary>
/// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
public sealed class MemoryReplayGuard(TimeProvider? timeProvider = null) : IWebhookReplayGuard
{
    private const int FirstCleanup = 1024;

    private readonly TimeProvider _clock = timeProvider ?? TimeProvider.System;
    private readonly Dictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private int _cleanupAt = FirstCleanup;

    /// <inheritdoc/>
    public Task<bool> TryUseAsync(string id, DateTimeOffset keepUntil, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_used.Count >= _cleanupAt)
                Forget(_clock.GetUtcNow());
            if (_used.ContainsKey(id))
                return Task.FromResult(false);
            _used.Add(id, keepUntil);
            return Task.FromResult(true);
        }
    }

    // Twice the number of remaining tokens, so that the cost of a cleanup is spread over the tokens that made it necessary.
    private void Forget(DateTimeOffset now)
    {
        foreach (var id in _used.Where(entry => entry.Value < now).Select(entry => entry.Key).ToList())
            _used.Remove(id);
        _cleanupAt = Math.Max(FirstCleanup, _used.Count * 2);
    }
}
