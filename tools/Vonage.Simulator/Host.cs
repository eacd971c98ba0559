using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>Runs a simulator until it is told to stop, and tells how to use it.</summary>
internal static class Host
{
    public static async Task<int> RunAsync(int port, FileInfo? key, Action<SimulatedWebhooks> setUp, TextWriter output, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var options = new VonageSimulatorOptions
            {
                Port = port,
                PrivateKeyPem = key is null ? null : await File.ReadAllTextAsync(key.FullName, cancellationToken),
                OnRequest = request => output.WriteLine($"{DateTime.Now:HH:mm:ss} {request}"),
                OnWebhook = webhook => output.WriteLine($"{DateTime.Now:HH:mm:ss} {webhook}"),
            };
            await using var simulator = await VonageSimulator.StartAsync(options, cancellationToken);
            setUp(simulator.Webhooks);
            using var keyFile = await KeyFile.ProvideAsync(key, simulator.PrivateKeyPem, cancellationToken);
            Introduce(simulator, keyFile.Path, output);
            var reader = new CommandReader(TypedCommands.Create(simulator.Webhooks, output, stopping.Cancel), Console.Error);
            // Nobody waits for what is typed: a read from a terminal cannot be given up.
            if (Keyboard.Open() is { } input)
                _ = Task.Run(() => reader.ReadAsync(input, stopping.Token), stopping.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await output.WriteLineAsync("Stopped.");
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"Error: {e.Message}");
            return 1;
        }
        return 0;
    }

    private static void Introduce(VonageSimulator simulator, string keyPath, TextWriter output)
    {
        output.WriteLine($"Vonage simulator at {simulator.Address}. Ctrl-C stops it; help lists what can be typed.");
        output.WriteLine();
        output.WriteLine("Hosts");
        var width = simulator.Hosts.Keys.Max(host => host.Length);
        foreach (var (host, address) in simulator.Hosts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            output.WriteLine($"  {host.PadRight(width)}  {address}");
        output.WriteLine();
        output.WriteLine("Credentials");
        output.WriteLine($"  export VONAGE_API_KEY={simulator.ApiKey}");
        output.WriteLine($"  export VONAGE_API_SECRET={simulator.ApiSecret}");
        output.WriteLine($"  export VONAGE_APPLICATION_ID={simulator.ApplicationId}");
        output.WriteLine($"  export VONAGE_PRIVATE_KEY_PATH={keyPath}");
        output.WriteLine($"  export VONAGE_SIGNATURE_SECRET={simulator.SignatureSecret}");
        output.WriteLine();
        output.WriteLine("Requests");
    }
}
