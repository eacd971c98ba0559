using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Campaign.Tests.Support;

/// <summary>
/// A RabbitMQ server: the one that <c>CAMPAIGN_BROKER</c> names (amqp://guest:guest@localhost:5672), or with <c>CAMPAIGN_RABBITMQ=1</c> one that is started from
/// Debian's programs in a folder of its own.
/// </summary>
internal static class RabbitServer
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly SemaphoreSlim Starting = new(1);
    private static string? _address;
    private static string? _folder;
    private static Process? _process;
    private static int _names;

    /// <summary>Its address. Without a server, the test is ignored.</summary>
    public static async Task<string> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("CAMPAIGN_BROKER") is { Length: > 0 } address)
            return address;
        if (Environment.GetEnvironmentVariable("CAMPAIGN_RABBITMQ") != "1" || !File.Exists(Program))
            Assert.Ignore("No RabbitMQ: set CAMPAIGN_BROKER to its address, such as amqp://guest:guest@localhost:5672, or install Debian's rabbitmq-server and set CAMPAIGN_RABBITMQ=1.");
        await Starting.WaitAsync();
        try
        {
            return _address ??= await StartAsync();
        }
        finally
        {
            Starting.Release();
        }
    }

    /// <summary>Stops the server that was started, and its daemon of names.</summary>
    public static void Stop()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        using (var names = Process.Start("epmd", ["-port", Text(_names), "-kill"]))
            names.WaitForExit();
        Directory.Delete(_folder!, recursive: true);
    }

    private static async Task<string> StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("campaign-rabbitmq-").FullName;
        var (port, distribution) = (Ports.Free(), Ports.Free());
        _names = Ports.Free();
        // Into a file: the daemon of names would keep a pipe open.
        var start = new ProcessStartInfo("sh", ["-c", $"exec {Program} > {_folder}/out 2>&1"]);
        foreach (var (name, value) in new (string, string)[]
        {
            ("HOME", _folder), ("RABBITMQ_MNESIA_BASE", _folder), ("RABBITMQ_LOG_BASE", _folder), ("RABBITMQ_GENERATED_CONFIG_DIR", _folder),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", $"{_folder}/plugins"), ("RABBITMQ_PID_FILE", $"{_folder}/pid"), ("RABBITMQ_NODENAME", "campaign@localhost"),
            ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"), ("RABBITMQ_NODE_PORT", Text(port)), ("RABBITMQ_DIST_PORT", Text(distribution)),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"), ("ERL_EPMD_PORT", Text(_names)),
        })
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        await Patience.UntilAsync(async () => _process.HasExited || await AnswersAsync(port), "RabbitMQ does not start");
        return _process.HasExited ? throw new InvalidOperationException($"RabbitMQ has ended: {await File.ReadAllTextAsync($"{_folder}/out")}") : $"amqp://guest:guest@127.0.0.1:{port}";
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
