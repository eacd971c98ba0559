using System.Data.Common;
using System.Text.Json;

namespace Campaign.Store;

/// <summary>A database with the rows of campaigns. The two kinds differ in the few words that are here; every other statement is the same.</summary>
public abstract class Database
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>The database's clock in milliseconds: one for all workers.</summary>
    internal abstract string Now { get; }

    /// <summary>The type of a column that numbers its rows.</summary>
    internal abstract string Identity { get; }

    /// <summary>Locks the rows of a SELECT until the transaction ends.</summary>
    internal abstract string Lock { get; }

    /// <summary>Locks the rows of a SELECT, without those that another worker has locked.</summary>
    internal abstract string LockFree { get; }

    /// <summary>A table <c>r(value)</c> of the JSON array in <c>@rows</c>: many rows in one statement.</summary>
    internal abstract string Rows { get; }

    /// <summary>For Wolverine.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Opens the database that an address names: <c>postgres://user@host/name</c>, or else a file of SQLite.</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="CampaignException">It has options, or is of another kind.</exception>
    public static Database At(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
            return new PostgresDatabase(new Uri(address));
        // An address of another kind may have a password: it does not become the name of a file, and is not shown.
        return !string.IsNullOrWhiteSpace(address) && !address.Contains("://", StringComparison.Ordinal) && !address.Contains(';', StringComparison.Ordinal)
            ? new SqliteDatabase(address)
            : throw new CampaignException("--store must be a file, or an address of the form postgres://user@host:port/database.");
    }

    /// <summary>Creates what is missing.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await PrepareFileAsync(cancellationToken);
        await InTransactionAsync(async work =>
        {
            await BeforeSchemaAsync(work, cancellationToken);
            foreach (var statement in Schema.Statements(this))
                await work.RunAsync(statement, cancellationToken);
            return true;
        }, cancellationToken);
    }

    internal static string ToRows<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows, Names);

    /// <summary>Does the work in one transaction, which is rolled back if the work throws.</summary>
    internal async Task<T> InTransactionAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        // SQLite: BEGIN IMMEDIATE, so that who reads in order to write has the lock from the start.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(new Work(connection, transaction));
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Does one statement, or reads, without a transaction.</summary>
    internal async Task<T> DoAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await work(new Work(connection, null));
    }

    private protected abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    private protected virtual Task PrepareFileAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private protected virtual Task BeforeSchemaAsync(Work work, CancellationToken cancellationToken) => Task.CompletedTask;
}
