using StackExchange.Redis;
using Vonage.Core;

namespace Vonage.Redis;

/// <summary>What Redis says to one who asks for a turn.</summary>
internal enum TurnKind
{
    TooEarly = 0,
    Granted = 1,
    Recovering = 2,
}

/// <summary>An answer of Redis.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Wait">The time until the turn comes, or until it is worth asking again.</param>
/// <param name="Since">The time by Redis's clock since which the caller waits.</param>
internal readonly record struct Turn(TurnKind Kind, TimeSpan Wait, long Since);

/// <summary>Asks Redis for turns.</summary>
/// <remarks>
/// A limit is the earliest time of its next turn (GCRA), and whoever has a claim to that. All limits of a call are looked at and taken in one script: a limiter that
/// takes one after the other, such as RedisRateLimiting's, loses what it took when the next one refuses, and has no order among those who wait.
/// </remarks>
internal sealed class SharedTurns(IConnectionMultiplexer connection, string prefix, TimeSpan recovery)
{
    // The part of a limit that is used.
    private const double Use = 0.985;

    private const string Script = """
        local limits = #KEYS - 2
        local who, since, horizon, count = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
        local time = redis.call('TIME')
        local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
        if since == 0 then since = now end

        -- The server has forgotten what it knew when the caller asked it last, and others may not have noticed yet.
        local run = redis.call('GET', KEYS[limits + 1])
        if not run then
          run = who
          redis.call('SET', KEYS[limits + 1], run)
        end
        if ARGV[5] ~= '' and ARGV[5] ~= run then redis.call('SET', KEYS[limits + 2], '1', 'PX', ARGV[6], 'NX') end
        local recovering = redis.call('PTTL', KEYS[limits + 2])
        if recovering > 0 then return { 2, recovering * 1000, since, run } end

        local slot, wait, refused, all = now, 0, false, {}
        for i = 1, limits do
          local read = redis.call('HMGET', KEYS[i], 'next', 'last', 'who', 'since', 'until')
          local one = { interval = tonumber(ARGV[6 + i]), next = tonumber(read[1] or 0), who = read[3] or '' }
          -- The clock of another server may be behind.
          if tonumber(read[2] or 0) > now + horizon then one.next = now end
          one.claimed = one.who ~= '' and one.who ~= who and tonumber(read[5]) > now and tonumber(read[4]) <= since
          if one.claimed then
            refused = true
            wait = math.max(wait, math.min(tonumber(read[5]) - now, one.interval))
          end
          slot = math.max(slot, one.next)
          all[i] = one
        end

        if refused or slot - now > horizon then
          for i = 1, limits do
            local early = all[i].next - horizon
            if early > now and not all[i].claimed then
              redis.call('HSET', KEYS[i], 'who', who, 'since', string.format('%.0f', since), 'until', string.format('%.0f', early + 50000))
            end
          end
          return { 0, math.max(wait, slot - now - horizon), since, run }
        end

        for i = 1, limits do
          local following = math.max(all[i].next, now) + all[i].interval * count
          redis.call('HSET', KEYS[i], 'next', string.format('%.0f', following), 'last', string.format('%.0f', slot))
          if all[i].who == who then redis.call('HDEL', KEYS[i], 'who', 'since', 'until') end
          redis.call('PEXPIRE', KEYS[i], string.format('%.0f', math.ceil((following - now) / 1000) + 60000))
        end
        return { 1, slot - now, since, run }
        """;

    // Whoever asks a little early need not ask twice, and nobody's timer is late.
    private const int Horizon = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly RedisKey _runKey = prefix + "run";
    private readonly RedisKey _recoveringKey = prefix + "recovering";

    // What the server called itself when it answered last: another name says that it has forgotten its limits.
    private string _run = "";

    /// <summary>Returns the time between two turns.</summary>
    public static TimeSpan Interval(RateLimit limit) => TimeSpan.FromMicroseconds(Math.Ceiling(1_000_000 / (limit.AttemptsPerSecond * Use)));

    /// <summary>Rounds up what timers count: whole milliseconds. A turn is granted a little early in any case.</summary>
    public static TimeSpan Milliseconds(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(time.TotalMilliseconds)));

    /// <summary>Asks for a turn.</summary>
    /// <param name="limits">The limits, of which the turn needs all.</param>
    /// <param name="count">The number of permits.</param>
    /// <param name="who">The one who waits.</param>
    /// <param name="since">The time since which he waits; 0 if he asks for the first time.</param>
    public async Task<Turn> AskAsync(IReadOnlyList<RateLimit> limits, int count, string who, long since)
    {
        RedisKey[] keys = [.. limits.Select(limit => (RedisKey)(prefix + limit.Key)), _runKey, _recoveringKey];
        RedisValue[] values =
        [
            who, since, Horizon, count, Volatile.Read(ref _run), (long)recovery.TotalMilliseconds,
            .. limits.Select(limit => (RedisValue)(long)Interval(limit).TotalMicroseconds),
        ];
        var answer = (RedisResult[])(await connection.GetDatabase().ScriptEvaluateAsync(Script, keys, values).WaitAsync(Patience).ConfigureAwait(false))!;
        Volatile.Write(ref _run, (string)answer[3]!);
        return new Turn((TurnKind)(int)answer[0], TimeSpan.FromMicroseconds((long)answer[1]), (long)answer[2]);
    }
}
