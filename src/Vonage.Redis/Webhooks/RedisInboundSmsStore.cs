using System.Text.Json;
using System.Text.Json.Serialization;
using StackExchange.Redis;
using Vonage.Sms;

namespace Vonage.Redis;

/// <summary>Stores the parts of inbound messages in Redis, so that each of several servers can receive any part.</summary>
/// <remarks>A message that has expired, and that no server takes for a day, is deleted by Redis.</remarks>
/// <param name="connection">The connection to Redis, or to a server that speaks its protocol and runs Lua scripts. The caller remains responsible for disposing it.</param>
/// <param name="options">The options; <see langword="null"/> for the defaults. They are read once, here.</param>
/// <exception cref="ArgumentException">An option is not valid.</exception>
public sealed partial class RedisInboundSmsStore(IConnectionMultiplexer connection, VonageRedisOptions? options = null) : IInboundSmsStore
{
    // A message is a hash of its version and its content; a sorted set has the time of each.
    private const string Replace = """
        if (redis.call('HGET', KEYS[1], 'version') or '') ~= ARGV[1] then return 0 end
        redis.call('HSET', KEYS[1], 'version', ARGV[2], 'content', ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[5])
        redis.call('ZADD', KEYS[2], ARGV[4], KEYS[1])
        if redis.call('PTTL', KEYS[2]) < tonumber(ARGV[5]) then redis.call('PEXPIRE', KEYS[2], ARGV[5]) end
        return 1
        """;

    // What one caller takes, no other gets. A message that took the place of the one that expired has a later time.
    private const string Take = """
        local time = redis.call('ZSCORE', KEYS[2], KEYS[1])
        if not time or tonumber(time) > tonumber(ARGV[1]) then return false end
        local content = redis.call('HGET', KEYS[1], 'content')
        redis.call('DEL', KEYS[1])
        redis.call('ZREM', KEYS[2], KEYS[1])
        return content
        """;

    // How long a message that has expired waits for a server that takes it. After that, the servers are gone, and Redis deletes it.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly IConnectionMultiplexer _connection = connection ?? throw new ArgumentNullException(nameof(connection));
    private readonly string _prefix = VonageRedisOptions.Checked(options).KeyPrefix + "sms:";

    /// <inheritdoc/>
    public async Task<InboundSmsParts?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        var content = await Database.HashGetAsync(KeyOf(key), "content").WaitAsync(cancellationToken).ConfigureAwait(false);
        return content.IsNull ? null : Read(content!);
    }

    /// <inheritdoc/>
    public async Task<bool> TryReplaceAsync(string key, InboundSmsParts? current, InboundSmsParts replacement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        var left = replacement.ExpiresAt - DateTimeOffset.UtcNow;
        var kept = (left > TimeSpan.Zero ? left : TimeSpan.Zero) + Kept;
        RedisValue[] values = [current?.Version ?? "", replacement.Version, Write(replacement), replacement.ExpiresAt.ToUnixTimeMilliseconds(), (long)kept.TotalMilliseconds];
        return (bool)await Database.ScriptEvaluateAsync(Replace, [KeyOf(key), Times], values).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<InboundSmsParts>> TakeExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var expired = await Database.SortedSetRangeByScoreAsync(Times, stop: now.ToUnixTimeMilliseconds()).WaitAsync(cancellationToken).ConfigureAwait(false);
        var taken = new List<InboundSmsParts>(expired.Length);

        // What was taken is nowhere else any more, so this is not cancelled.
        foreach (var key in expired)
            if ((string?)await Database.ScriptEvaluateAsync(Take, [(string)key!, Times], [now.ToUnixTimeMilliseconds()]).ConfigureAwait(false) is { } content)
                taken.Add(Read(content));
        return taken;
    }

    private IDatabase Database => _connection.GetDatabase();

    private RedisKey Times => _prefix + "times";

    private RedisKey KeyOf(string key) => $"{_prefix}message:{key ?? throw new ArgumentNullException(nameof(key))}";

    private static string Write(InboundSmsParts parts) =>
        JsonSerializer.Serialize(new Stored(parts.Version, parts.ExpiresAt, [.. parts.Parts]), StoredJson.Default.Stored);

    private static InboundSmsParts Read(string content)
    {
        var stored = JsonSerializer.Deserialize(content, StoredJson.Default.Stored)!;
        return new InboundSmsParts(stored.Version, stored.ExpiresAt, stored.Parts);
    }

    private sealed record Stored(string Version, DateTimeOffset ExpiresAt, List<InboundSms> Parts);

    [JsonSerializable(typeof(Stored))]
    private sealed partial class StoredJson : JsonSerializerContext;
}
