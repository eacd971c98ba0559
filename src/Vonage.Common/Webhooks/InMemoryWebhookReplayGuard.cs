namespace Vonage;

/// <summary>Stores the IDs of webhooks in memory until they expire. Instances are thread-safe.</summary>
/// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
/// <param name="capacity">The maximum number of IDs, of about 250 bytes each. If it is reached, the oldest ID is forgotten. The default is 1,000,000.</param>
/// <exception cref="ArgumentOutOfRangeException">The capacity is not greater than zero.</exception>
public sealed class InMemoryWebhookReplayGuard(TimeProvider? timeProvider = null, int capacity = 1_000_000) : IWebhookReplayGuard
{
    private readonly TimeProvider _clock = timeProvider ?? TimeProvider.System;
    private readonly int _capacity = capacity > 0 ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must be greater than zero.");
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<Entry> _byAge = new();
    private readonly object _gate = new();

    /// <inheritdoc/>
    public Task<bool> TryReserveAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            while (_byAge.Count > 0 && _byAge.Peek().Expires < now)
                Forget();
            if (_entries.TryGetValue(id, out var known) && known.Expires >= now)
                return Task.FromResult(false);
            if (_byAge.Count >= _capacity)
                Forget();
            var entry = new Entry(id, expires);
            _entries[id] = entry;
            _byAge.Enqueue(entry);
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task ConfirmAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task ReleaseAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_gate)
            _entries.Remove(id);
        return Task.CompletedTask;
    }

    // An ID that was released and reserved again has a younger entry, which stays.
    private void Forget()
    {
        var oldest = _byAge.Dequeue();
        if (_entries.TryGetValue(oldest.Id, out var current) && ReferenceEquals(current, oldest))
            _entries.Remove(oldest.Id);
    }

    private sealed class Entry(string id, DateTimeOffset expires)
    {
        public string Id { get; } = id;

        public DateTimeOffset Expires { get; } = expires;
    }
}
