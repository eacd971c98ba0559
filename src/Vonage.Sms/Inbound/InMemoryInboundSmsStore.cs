namespace Vonage.Sms;

/// <summary>Stores the parts of messages in the memory of one server. Instances are thread-safe.</summary>
public sealed class InMemoryInboundSmsStore : IInboundSmsStore
{
    private readonly Dictionary<string, InboundSmsParts> _messages = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset ExpiresAt)> _byAge = new();
    private readonly object _gate = new();

    /// <inheritdoc/>
    public Task<InboundSmsParts?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return Task.FromResult(_messages.TryGetValue(key, out var parts) ? parts : null);
    }

    /// <inheritdoc/>
    public Task<bool> TryReplaceAsync(string key, InboundSmsParts? current, InboundSmsParts next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        lock (_gate)
        {
            if ((_messages.TryGetValue(key, out var stored) ? stored.Version : null) != current?.Version)
                return Task.FromResult(false);
            _messages[key] = next;
            if (stored?.ExpiresAt != next.ExpiresAt)
                _byAge.Enqueue((key, next.ExpiresAt));
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<InboundSmsParts>> TakeExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        List<InboundSmsParts>? expired = null;
        lock (_gate)
        {
            // All messages have the same time limit, so the oldest is the first to expire. One that took the place of another has its own entry.
            while (_byAge.Count > 0 && _byAge.Peek().ExpiresAt <= now)
            {
                var (key, expiresAt) = _byAge.Dequeue();
                if (!_messages.TryGetValue(key, out var parts) || parts.ExpiresAt != expiresAt)
                    continue;
                _messages.Remove(key);
                (expired ??= []).Add(parts);
            }
        }

        return Task.FromResult<IReadOnlyList<InboundSmsParts>>(expired ?? []);
    }
}
