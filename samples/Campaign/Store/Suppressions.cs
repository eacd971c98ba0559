namespace Campaign.Store;

/// <summary>The numbers that nothing is sent to.</summary>
public sealed class Suppressions(Database database, TimeProvider clock)
{
    /// <summary>The reason of a number whose owner has answered so, and may take it back.</summary>
    internal const string Stop = "answered STOP";

    /// <summary>Adds a number. A reason that its owner may take back gives way to one that a person has to.</summary>
    internal Task AddAsync(string number, string reason, CancellationToken cancellationToken) => database.DoAsync(work => work.RunAsync(
        """
        INSERT INTO suppressed (number, since, reason) VALUES (@number, @since, @reason)
        ON CONFLICT (number) DO UPDATE SET reason = excluded.reason WHERE suppressed.reason = @stop
        """, cancellationToken, ("number", number), ("since", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("reason", reason), ("stop", Stop)), cancellationToken);

    internal Task<HashSet<string>> ListAsync(CancellationToken cancellationToken) => database.DoAsync(
        async work => (await work.ListAsync("SELECT number FROM suppressed", row => row.GetString(0), cancellationToken)).ToHashSet(StringComparer.Ordinal), cancellationToken);

    /// <summary>Removes a number.</summary>
    /// <param name="reason">The only reason for which it is removed; null for any.</param>
    internal Task RemoveAsync(string number, string? reason, CancellationToken cancellationToken) => database.DoAsync(work => work.RunAsync(
        "DELETE FROM suppressed WHERE number = @number AND reason = COALESCE(NULLIF(@reason, ''), reason)", cancellationToken, ("number", number), ("reason", reason ?? "")), cancellationToken);
}
