using Flowroute.Testing;
using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>Runs a simulator for each provider until it is stopped, and prints how to use them.</summary>
internal sealed class Host(TextWriter output)
{
    public async Task<int> RunAsync(Ports ports, FileInfo? key, Access access, Action<SimulatedWebhooks> setUp, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var options = new VonageSimulatorOptions
            {
                Port = ports.Vonage,
                PrivateKeyPem = key is null ? null : await File.ReadAllTextAsync(key.FullName, cancellationToken),
                ServesPage = true,
                AllowedCallbacks = access.Callbacks,
                OnRequest = Log,
                OnWebhook = Log,
            };
            options.AllowedHosts.UnionWith(access.Hosts);
            var flowrouteOptions = new FlowrouteSimulatorOptions { Port = ports.Flowroute, OnRequest = Log };
            flowrouteOptions.AllowedHosts.UnionWith(access.Hosts);
            await using var vonage = await VonageSimulator.StartAsync(options, cancellationToken);
            await using var flowroute = await FlowrouteSimulator.StartAsync(flowrouteOptions, cancellationToken);
            setUp(vonage.Webhooks);
            using var keyFile = await KeyFile.ProvideAsync(key, vonage.PrivateKeyPem, cancellationToken);
            Introduce(vonage, flowroute, keyFile.Path);
            var reader = new CommandReader(TypedCommands.Create(vonage.Webhooks, output, stopping.Cancel), Console.Error);
            // Not awaited: a read from a terminal cannot be canceled.
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

    // Called with a request or webhook, whose text contains nothing confidential.
    private void Log(object what) => output.WriteLine($"{DateTime.Now:HH:mm:ss} {what}");

    private void Introduce(VonageSimulator vonage, FlowrouteSimulator flowroute, string keyPath)
    {
        output.WriteLine($"Vonage simulator at {vonage.Address}. Press Ctrl+C to stop. Type help to list the commands.");
        output.WriteLine($"Flowroute simulator at {flowroute.Address}.");
        output.WriteLine();
        output.WriteLine("Hosts");
        List<KeyValuePair<string, Uri>> hosts = [.. vonage.Hosts, .. flowroute.Hosts];
        var width = hosts.Max(host => host.Key.Length);
        foreach (var (host, address) in hosts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            output.WriteLine($"  {host.PadRight(width)}  {address}");
        output.WriteLine();
        output.WriteLine("Credentials");
        output.WriteLine($"  export VONAGE_API_KEY={vonage.ApiKey}");
        output.WriteLine($"  export VONAGE_API_SECRET={vonage.ApiSecret}");
        output.WriteLine($"  export VONAGE_APPLICATION_ID={vonage.ApplicationId}");
        output.WriteLine($"  export VONAGE_PRIVATE_KEY_PATH={keyPath}");
        output.WriteLine($"  export VONAGE_SIGNATURE_SECRET={vonage.SignatureSecret}");
        output.WriteLine($"  export FR_ACCESS_KEY={flowroute.AccessKey}");
        output.WriteLine($"  export FR_SECRET_KEY={flowroute.SecretKey}");
        output.WriteLine();
        output.WriteLine("Requests");
    }
}

/// <summary>The ports on 127.0.0.1; 0 for any free port.</summary>
internal readonly record struct Ports(int Vonage, int Flowroute);
