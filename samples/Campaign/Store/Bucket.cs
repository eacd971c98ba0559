using Campaign.Sending;

namespace Campaign.Store;

/// <summary>
/// A limit in segments per second, stored with the rows: all workers take from it. It holds a twentieth of a second's segments, and is refilled so that no second
/// has more than the limit. A message of more segments than it holds is sent when it is full, and owes the rest.
/// </summary>
internal sealed class Bucket
{
    private readonly string _name;
    private readonly double _capacity;
    private readonly double _perSecond;
    private readonly long _now;
    private double _tokens;
    private long _refilled;

    private Bucket(string name, double rate, long now, double tokens, long refilled)
    {
        (_name, _now) = (name, now);
        _capacity = CapacityOf(rate);
        _perSecond = rate - _capacity + 1;
        _tokens = Math.Min(_capacity, tokens + (Math.Max(0, now - refilled) / 1000.0 * _perSecond));
        // After Stop, it is in the future. A time that is later than that is of a clock that was set back since.
        _refilled = refilled > now + (long)Outcomes.LongestPause.TotalMilliseconds ? now : Math.Max(now, refilled);
    }

    /// <summary>The limit of an account.</summary>
    public static Task<Bucket> OfAccountAsync(Database database, Work work, CampaignSettings settings, long now, CancellationToken cancellationToken) =>
        LoadAsync(database, work, $"account {settings.Account}", settings.AccountRate, now, cancellationToken);

    /// <summary>The limit of a sender. Accounts may have senders of the same name.</summary>
    public static Task<Bucket> OfSenderAsync(Database database, Work work, CampaignSettings settings, string sender, long now, CancellationToken cancellationToken) =>
        LoadAsync(database, work, $"sender {settings.Account} {sender}", settings.RateOf(sender), now, cancellationToken);

    private static async Task<Bucket> LoadAsync(Database database, Work work, string name, double rate, long now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await work.ListAsync($"SELECT tokens, refilled FROM buckets WHERE name = @name {database.Lock}", row => (row.GetDouble(0), row.GetInt64(1)), cancellationToken, ("name", name));
            if (stored is [var (tokens, refilled)])
                return new Bucket(name, rate, now, tokens, refilled);
            // It begins full. Who begins at the same time waits here, and then takes from the same.
            await work.RunAsync(
                "INSERT INTO buckets (name, tokens, refilled) VALUES (@name, @tokens, @refilled) ON CONFLICT (name) DO NOTHING", cancellationToken,
                ("name", name), ("tokens", CapacityOf(rate)), ("refilled", now));
        }
    }

    /// <summary>How long until a message of this many segments may be sent.</summary>
    public TimeSpan WaitFor(long segments)
    {
        var missing = Math.Min(segments, _capacity) - _tokens;
        return TimeSpan.FromMilliseconds(_refilled - _now + (missing > 1e-6 ? Math.Ceiling(missing / _perSecond * 1000) : 0));
    }

    /// <summary>How many messages of one segment may be sent now: one or more if <see cref="WaitFor"/> does not wait.</summary>
    public int Messages => Math.Max(1, (int)_tokens);

    public void Take(long segments) => _tokens -= segments;

    /// <summary>Holds everybody back: the API has said that it is too much.</summary>
    public void Stop(TimeSpan pause) => (_tokens, _refilled) = (Math.Min(_tokens, 0), Math.Max(_refilled, _now + (long)pause.TotalMilliseconds));

    public Task SaveAsync(Work work, CancellationToken cancellationToken) => work.RunAsync(
        "UPDATE buckets SET tokens = @tokens, refilled = @refilled WHERE name = @name", cancellationToken, ("name", _name), ("tokens", _tokens), ("refilled", _refilled));

    private static double CapacityOf(double rate) => Math.Max(1, rate / 20);
}
