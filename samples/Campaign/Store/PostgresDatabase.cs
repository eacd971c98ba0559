using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Campaign.Store;

/// <summary>A PostgreSQL server, for workers on several machines.</summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource _source;

    public PostgresDatabase(Uri address)
    {
        if (address.Query.Length > 0)
            throw new CampaignException("The address of the store has options after '?', which are not read. Remove them: it has the form postgres://user@host:port/database.");
        var user = address.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = address.DnsSafeHost,
            Port = address.Port > 0 ? address.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')),
            // Without them, Npgsql reads PGUSER and PGPASSWORD, or the file that PGPASSFILE names.
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            // Wolverine's leader holds a lock in a session: a connection that is dead must not keep it.
            KeepAlive = 30,
            TcpKeepAlive = true,
        };
        ConnectionString = settings.ConnectionString;
        _source = NpgsqlDataSource.Create(settings);
    }

    internal override string Now => "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";

    internal override string Identity => "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";

    internal override string Lock => "FOR UPDATE";

    internal override string LockFree => "FOR UPDATE SKIP LOCKED";

    internal override string Rows => "jsonb_array_elements(CAST(@rows AS jsonb)) AS r(value)";

    public override string ConnectionString { get; }

    private protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _source.OpenConnectionAsync(cancellationToken);
        }
        catch (Exception error) when (error is SocketException or TimeoutException)
        {
            // Npgsql throws these as they are if the host has no address (https://github.com/npgsql/npgsql/issues/5606): whoever waits for a database waits for these, too.
            throw new NpgsqlException("The database cannot be reached: " + error.Message, error);
        }
    }

    // Two workers that start at once would create the same table.
    private protected override Task BeforeSchemaAsync(Work work, CancellationToken cancellationToken) =>
        work.RunAsync("SELECT pg_advisory_xact_lock(7243391)", cancellationToken);
}
