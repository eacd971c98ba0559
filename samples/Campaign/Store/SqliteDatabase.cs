using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Campaign.Store;

/// <summary>A file on this machine. Several processes can work on it; one at a time writes.</summary>
internal sealed class SqliteDatabase(string path) : Database
{
    internal override string Now => "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

    internal override string Identity => "INTEGER PRIMARY KEY";

    internal override string Lock => "";

    internal override string LockFree => "";

    internal override string Rows => "json_each(@rows) AS r";

    public override string ConnectionString { get; } = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path) }.ConnectionString;

    private protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        // FULL: a commit is on the disk before the request is on its way, even if the power fails in between.
        await new Work(connection, null).RunAsync("PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL", cancellationToken);
        return connection;
    }

    // Readers do not wait for the writer. The file remembers it.
    private protected override Task PrepareFileAsync(CancellationToken cancellationToken) =>
        DoAsync(work => work.ValueAsync<string>("PRAGMA journal_mode = WAL", cancellationToken), cancellationToken);
}
