namespace Campaign.Store;

/// <summary>The rows: how they are added, and how what happened is recorded. Who may be sent to next is decided in <see cref="Claims"/>.</summary>
public sealed class Recipients(Database database, TimeProvider clock)
{
    /// <summary>
    /// Adds lines of the list, and remembers how far it was read, in one transaction: a load that is interrupted goes on after the last line that has its row.
    /// A number that the campaign has already becomes a duplicate.
    /// </summary>
    internal Task AddAsync(string campaign, IReadOnlyList<NewRecipient> rows, long loadedBefore, long loadedNow, CancellationToken cancellationToken) => database.InTransactionAsync(async work =>
    {
        if (await work.RunAsync(
            "UPDATE campaigns SET loaded = @now WHERE id = @campaign AND loaded = @before AND state = @loading", cancellationToken,
            ("campaign", campaign), ("before", loadedBefore), ("now", loadedNow), ("loading", CampaignState.Loading)) == 0)
        {
            var state = await work.ValueAsync<string>("SELECT state FROM campaigns WHERE id = @campaign", cancellationToken, ("campaign", campaign));
            throw new CampaignException(state == CampaignState.Loading
                ? $"Another process is loading the campaign {campaign}. Wait for it, or stop it."
                : $"The campaign {campaign} is {state}: no more of its list is loaded.");
        }

        var json = Database.ToRows(rows);
        await work.RunAsync(
            $"""
            INSERT INTO recipients (campaign, line, number, sender, zone, body, parts, state, due, detail)
            SELECT @campaign, CAST(r.value ->> 'line' AS bigint), r.value ->> 'number', r.value ->> 'sender', r.value ->> 'zone', r.value ->> 'body', CAST(r.value ->> 'parts' AS bigint),
              r.value ->> 'state', CAST(r.value ->> 'due' AS bigint), r.value ->> 'detail'
            FROM {database.Rows} WHERE true
            ON CONFLICT (number, campaign) DO NOTHING
            """, cancellationToken, ("campaign", campaign), ("rows", json));
        await work.RunAsync(
            $"""
            INSERT INTO recipients (campaign, line, parts, state, due, detail)
            SELECT @campaign, CAST(r.value ->> 'line' AS bigint), 0, 'duplicate', 0, 'The list has this number already.'
            FROM {database.Rows} WHERE NOT EXISTS (SELECT 1 FROM recipients WHERE campaign = @campaign AND line = CAST(r.value ->> 'line' AS bigint))
            """, cancellationToken, ("campaign", campaign), ("rows", json));
        return true;
    }, cancellationToken);

    /// <summary>Records what became of attempts. An attempt that is no longer the row's own changes nothing; one that was sent counts, also if it was to be sent again.</summary>
    internal Task<int> RecordAsync(IReadOnlyList<Outcome> outcomes, CancellationToken cancellationToken) => database.InTransactionAsync(work => work.RunAsync(
        $"""
        UPDATE recipients SET state = r.value ->> 'state', message_id = r.value ->> 'messageId', code = r.value ->> 'code', detail = r.value ->> 'detail',
          price = CAST(r.value ->> 'price' AS bigint), due = CAST(r.value ->> 'due' AS bigint), finished = @now, owner = NULL, lease = NULL
        FROM {database.Rows}
        WHERE recipients.id = CAST(r.value ->> 'id' AS bigint) AND reference = r.value ->> 'reference'
          AND (recipients.state IN ('sending', 'unknown') OR (recipients.state IN ('waiting', 'suppressed', 'expired') AND r.value ->> 'state' = 'sent'))
        """, cancellationToken, ("rows", Database.ToRows(outcomes)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);

    /// <summary>What a dead worker was sending may have arrived. It is unknown from now on.</summary>
    /// <returns>The campaigns of these rows.</returns>
    internal Task<List<string>> ExpireLeasesAsync(CancellationToken cancellationToken) => database.InTransactionAsync(work => work.ListAsync(
        $"""
        UPDATE recipients SET state = 'unknown', detail = 'The worker ended while it was sending.', finished = {database.Now}, owner = NULL, lease = NULL
        WHERE id IN (SELECT id FROM recipients WHERE state = 'sending' AND lease < {database.Now} {database.LockFree})
        RETURNING campaign
        """, row => row.GetString(0), cancellationToken), cancellationToken);

    /// <summary>Who waits in a campaign that is cancelled is never sent to: whoever was on the way at that moment and was not sent, or was to be sent again.</summary>
    internal Task<int> ExpireCancelledAsync(CancellationToken cancellationToken) => database.InTransactionAsync(work => work.RunAsync(
        $"""
        UPDATE recipients SET state = 'expired', detail = 'cancelled'
        WHERE id IN (SELECT id FROM recipients WHERE state = 'waiting' AND campaign IN (SELECT id FROM campaigns WHERE state = @cancelled) {database.LockFree})
        """, cancellationToken, ("cancelled", CampaignState.Cancelled)), cancellationToken);

    internal Task<List<UnknownRecipient>> ListUnknownAsync(string campaign, DateTimeOffset since, DateTimeOffset until, long after, int count, CancellationToken cancellationToken) => database.DoAsync(work => work.ListAsync(
        """
        SELECT id, line, number, sender, reference, started, detail FROM recipients
        WHERE campaign = @campaign AND state = 'unknown' AND finished BETWEEN @since AND @until AND id > @after ORDER BY id LIMIT @count
        """,
        row => new UnknownRecipient(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), row.IsDBNull(6) ? null : row.GetString(6)),
        cancellationToken, ("campaign", campaign), ("since", since.ToUnixTimeMilliseconds()), ("until", until.ToUnixTimeMilliseconds()), ("after", after), ("count", count)), cancellationToken);

    /// <summary>Rows that were not sent, with the reason.</summary>
    internal Task<List<(long Line, string State, string? Detail)>> ListAsync(string campaign, string state, int count, CancellationToken cancellationToken) => database.DoAsync(work => work.ListAsync(
        "SELECT line, state, detail FROM recipients WHERE campaign = @campaign AND state = @state ORDER BY line LIMIT @count",
        row => (row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)), cancellationToken, ("campaign", campaign), ("state", state), ("count", count)), cancellationToken);

    /// <summary>A receipt proves that the message was sent, also to who did not get the answer, and to who meant to send it again.</summary>
    /// <returns>Whether a row has this reference.</returns>
    internal Task<bool> RecordReceiptAsync(string reference, string? messageId, string status, CancellationToken cancellationToken) => database.DoAsync(async work => await work.RunAsync(
        """
        UPDATE recipients SET state = 'sent', message_id = COALESCE(message_id, NULLIF(@message, '')), receipt = @status, detail = NULL, owner = NULL, lease = NULL
        WHERE reference = @reference AND state IN ('waiting', 'sending', 'unknown', 'sent', 'suppressed', 'expired') AND COALESCE(receipt, '') <> 'delivered'
        """, cancellationToken, ("reference", reference), ("message", messageId ?? ""), ("status", status)) > 0, cancellationToken);

    /// <summary>A person has found out: the message was sent, or it may be sent again.</summary>
    internal Task<bool> SettleAsync(string campaign, string number, bool wasSent, CancellationToken cancellationToken) => database.DoAsync(async work => await work.RunAsync(
        "UPDATE recipients SET state = @state, detail = 'Settled by a person.' WHERE campaign = @campaign AND number = @number AND state = 'unknown'", cancellationToken,
        ("campaign", campaign), ("number", number), ("state", wasSent ? RecipientState.Sent : RecipientState.Waiting)) > 0, cancellationToken);
}

/// <summary>A line of the list. Only one that is <see cref="RecipientState.Waiting"/> has a text.</summary>
internal sealed record NewRecipient(long Line, string? Number, string State, string? Sender = null, string? Zone = null, string? Body = null, long Parts = 0, long Due = 0, string? Detail = null);

/// <summary>What became of an attempt.</summary>
/// <param name="Due">When it may be attempted again, if it is waiting; in milliseconds since 1970.</param>
/// <param name="Price">In millionths.</param>
internal sealed record Outcome(long Id, string Reference, string State, string? MessageId = null, string? Code = null, string? Detail = null, long? Price = null, long Due = 0)
{
    /// <summary>What the API says, without what PostgreSQL does not store.</summary>
    public string? Detail { get; init; } = Detail?.Replace('\0', '\uFFFD');

    /// <summary>How long everybody has to wait, because the API or the network says so.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TimeSpan? Pause { get; init; }

    /// <summary>Why the campaign cannot go on, if it cannot.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Stop { get; init; }
}

/// <summary>A row of which nobody knows whether it was sent.</summary>
internal sealed record UnknownRecipient(long Id, long Line, string Number, string Sender, string Reference, DateTimeOffset Started, string? Detail);
