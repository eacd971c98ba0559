using System.Data.Common;

namespace Campaign.Store;

/// <summary>Statements on one connection, and in one transaction if there is one.</summary>
internal sealed class Work(DbConnection connection, DbTransaction? transaction)
{
    public async Task<int> RunAsync(string statement, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        await using var command = Command(statement, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<T?> ValueAsync<T>(string query, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        await using var command = Command(query, values);
        return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? (T)value : default;
    }

    public async Task<List<T>> ListAsync<T>(string query, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        await using var command = Command(query, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    private DbCommand Command(string text, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
