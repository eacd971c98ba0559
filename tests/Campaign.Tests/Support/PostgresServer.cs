using System.Diagnostics;
using Npgsql;

namespace Campaign.Tests.Support;

/// <summary>
/// A PostgreSQL server: the one that <c>POSTGRES_SERVER</c> names (postgres://user:password@host:port/postgres), or with <c>CAMPAIGN_POSTGRES=1</c> one that is
/// started from Debian's programs in a folder of its own. Each test has a database of its own.
/// </summary>
internal static class PostgresServer
{
    private const string User = "postgres";
    private static readonly Lazy<Uri?> Server = new(Start);
    private static string? _folder;

    /// <summary>The address of a new database. Without a server, the test is ignored.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        if (Server.Value is not { } server)
        {
            Assert.Ignore("No PostgreSQL server: set POSTGRES_SERVER to postgres://user:password@host/postgres, or install Debian's postgresql and set CAMPAIGN_POSTGRES=1.");
            throw new InvalidOperationException();
        }

        var name = "campaign_" + Guid.NewGuid().ToString("N");
        var user = server.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = server.Host, Port = server.Port, Username = user[0], Password = user.ElementAtOrDefault(1), Database = server.AbsolutePath.TrimStart('/'), Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return $"postgres://{server.UserInfo}@{server.Host}:{server.Port}/{name}";
    }

    /// <summary>Stops the server that was started.</summary>
    public static void Stop()
    {
        if (_folder is null)
            return;
        Run("pg_ctl", "stop", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w");
        Directory.Delete(_folder, recursive: true);
    }

    private static Uri? Start()
    {
        if (Environment.GetEnvironmentVariable("POSTGRES_SERVER") is { Length: > 0 } address)
            return new Uri(address);
        if (Environment.GetEnvironmentVariable("CAMPAIGN_POSTGRES") != "1" || Programs() is null)
            return null;
        _folder = Directory.CreateTempSubdirectory("campaign-postgres-").FullName;
        if (IsRoot)
            Run("chown", User, _folder);
        var data = Path.Combine(_folder, "data");
        Run("initdb", "-D", data, "-U", User, "--auth=trust", "--no-sync");
        var port = Ports.Free();
        Run("pg_ctl", "start", "-D", data, "-w", "-t", "300", "-l", Path.Combine(_folder, "log"), "-o", $"-p {port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=300");
        return new Uri($"postgres://{User}@127.0.0.1:{port}/postgres");
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order().LastOrDefault()
        : null;

    // It refuses to run as root.
    private static void Run(string program, params string[] arguments)
    {
        var path = program == "chown" ? program : Path.Combine(Programs()!, program);
        var start = IsRoot && program != "chown" ? new ProcessStartInfo("runuser", ["-u", User, "--", path, .. arguments]) : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = _folder!;
        // Not redirected: the server would keep the pipe open.
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} has ended with {process.ExitCode}.");
    }
}
