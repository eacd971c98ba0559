namespace Campaign.Store;

/// <summary>The tables. All times are milliseconds since 1970, all prices millionths of the account's currency.</summary>
internal static class Schema
{
    public static IEnumerable<string> Statements(Database database) =>
    [
        """
        CREATE TABLE IF NOT EXISTS campaigns (
          id text PRIMARY KEY, state text NOT NULL, reason text, settings text NOT NULL, source text NOT NULL, loaded bigint NOT NULL, spent bigint NOT NULL,
          created bigint NOT NULL, ends bigint NOT NULL)
        """,
        // A row for each line of the list. Lines that are no recipients of their own (duplicate, invalid) have no number.
        $"""
        CREATE TABLE IF NOT EXISTS recipients (
          id {database.Identity}, campaign text NOT NULL, line bigint NOT NULL, number text, sender text, zone text, body text, parts bigint NOT NULL,
          state text NOT NULL, due bigint NOT NULL, reference text, owner text, lease bigint, started bigint, finished bigint,
          message_id text, code text, receipt text, price bigint, detail text)
        """,
        "CREATE UNIQUE INDEX IF NOT EXISTS recipients_number ON recipients (number, campaign)",
        "CREATE UNIQUE INDEX IF NOT EXISTS recipients_line ON recipients (campaign, line)",
        "CREATE INDEX IF NOT EXISTS recipients_state ON recipients (campaign, state)",
        "CREATE INDEX IF NOT EXISTS recipients_due ON recipients (campaign, sender, due, id) WHERE state = 'waiting'",
        "CREATE INDEX IF NOT EXISTS recipients_lease ON recipients (lease) WHERE state = 'sending'",
        "CREATE INDEX IF NOT EXISTS recipients_reference ON recipients (reference) WHERE reference IS NOT NULL",
        "CREATE TABLE IF NOT EXISTS suppressed (number text PRIMARY KEY, since bigint NOT NULL, reason text NOT NULL)",
        "CREATE TABLE IF NOT EXISTS buckets (name text PRIMARY KEY, tokens double precision NOT NULL, refilled bigint NOT NULL)",
    ];
}
