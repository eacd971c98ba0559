namespace Vonage.Testing.Webhooks;

/// <summary>The webhooks that wait to be sent again: at most one attempt for each, until an attempt is accepted or its record is removed.</summary>
internal sealed class WebhookRetries(TimeProvider clock, double? speed, Action<SentWebhook> send) : IDisposable
{
    private const int MaxWaiting = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, (SentWebhook Sent, ITimer Timer)> _waiting = [];

    /// <summary>Gets the time until the next attempt; null if there is none.</summary>
    public TimeSpan? DelayAfter(WebhookType type, int? status, int attempt, TimeSpan age)
    {
        if (speed is not > 0)
            return null;
        lock (_gate)
        {
            return _waiting.Count < MaxWaiting && RetrySchedule.DelayAfter(type, status, attempt, age * speed.Value) is { } delay ? delay / speed.Value : null;
        }
    }

    /// <summary>Takes in an attempt. It replaces the one that waits, which a person can anticipate.</summary>
    public void Take(SentWebhook sent)
    {
        lock (_gate)
        {
            Drop(sent.FirstId);
            if (sent.NextAttemptAt is { } next)
                _waiting[sent.FirstId] = (sent, clock.CreateTimer(_ => Send(sent.FirstId), null, next - sent.SentAt, Timeout.InfiniteTimeSpan));
        }
    }

    public void Remove(Predicate<SentWebhook> predicate)
    {
        lock (_gate)
        {
            foreach (var (id, _) in _waiting.Where(each => predicate(each.Value.Sent)).ToList())
                Drop(id);
        }
    }

    public void Dispose() => Remove(_ => true);

    private void Send(long id)
    {
        SentWebhook sent;
        lock (_gate)
        {
            if (!_waiting.TryGetValue(id, out var waiting))
                return;
            sent = waiting.Sent;
            Drop(id);
        }
        send(sent);
    }

    private void Drop(long id)
    {
        if (_waiting.Remove(id, out var former))
            former.Timer.Dispose();
    }
}
