using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using Flowroute.Testing;
using Microsoft.AspNetCore.Connections;
using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>Runs a simulator for each provider until it is stopped, and prints how to use them.</summary>
internal sealed class Host(TextWriter output)
{
    public async Task<int> RunAsync(Ports ports, FileInfo? key, Access access, Output files, Action<VonageSimulatorOptions> behave, Action<SimulatedWebhooks> setUp, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var options = new VonageSimulatorOptions
            {
                Port = ports.Vonage,
                HttpsPort = ports.Https,
                BindAddress = access.Bind,
                PrivateKeyPem = key is null ? null : await File.ReadAllTextAsync(key.FullName, cancellationToken),
                ServesPage = true,
                AllowedCallbacks = access.Callbacks,
                OnRequest = Log,
                OnWebhook = Log,
            };
            behave(options);
            options.AllowedHosts.UnionWith(access.Hosts);
            await using var vonage = await VonageSimulator.StartAsync(options, cancellationToken);
            var flowrouteOptions = new FlowrouteSimulatorOptions { Port = ports.Flowroute, BindAddress = access.Bind, OnRequest = Log, ShownBy = vonage };
            flowrouteOptions.AllowedHosts.UnionWith(access.Hosts);
            await using var flowroute = await FlowrouteSimulator.StartAsync(flowrouteOptions, cancellationToken);
            setUp(vonage.Webhooks);
            using var keyFile = await KeyFile.ProvideAsync(key, vonage.PrivateKeyPem, cancellationToken);
            using var authority = vonage.CertificateAuthorityPem is { } pem ? await KeyFile.WriteAsync(files.Authority, pem, cancellationToken) : null;
            var variables = Variables.Of(vonage, flowroute, keyFile.Path);
            if (files.Environment is { } file)
                await Variables.WriteAsync(file, variables, cancellationToken);
            Introduce(vonage, flowroute, variables, authority?.Path);
            if (!IPAddress.IsLoopback(access.Bind))
                await Console.Error.WriteLineAsync($"Warning: everyone who reaches {access.Bind} can use the simulator and read what it receives.");
            if (files.Opens)
                Open(vonage.Address);
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
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"Error: {e.Message} Choose another port with --port, --flowroute-port or --https-port.");
            return 1;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or UnauthorizedAccessException or Win32Exception)
        {
            // The name of a parameter in C# says nothing here.
            await Console.Error.WriteLineAsync($"Error: {e.Message.Split(" (Parameter '")[0]}");
            return 1;
        }
        return 0;
    }

    // Called with a request or webhook, whose text contains nothing confidential, but what a terminal could take for a command.
    private void Log(object what) => output.WriteLine(string.Concat($"{DateTime.Now:HH:mm:ss} {what}".Select(character => char.IsControl(character) ? '?' : character)));

    private static void Open(Uri address)
    {
        using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
    }

    private void Introduce(VonageSimulator vonage, FlowrouteSimulator flowroute, IEnumerable<(string Name, string Value)> variables, string? authorityPath)
    {
        output.WriteLine($"Vonage simulator at {vonage.Address}. Press Ctrl+C to stop. Type help to list the commands.");
        output.WriteLine($"Flowroute simulator at {flowroute.Address}.");
        if (vonage.SecureAddress is { } secure)
            output.WriteLine($"HTTPS at {secure}, for the hosts of the APIs, too, if they are mapped to this machine. Trust the certificate in {authorityPath}.");
        output.WriteLine();
        output.WriteLine("Hosts");
        List<KeyValuePair<string, Uri>> hosts = [.. vonage.Hosts, .. flowroute.Hosts];
        var width = hosts.Max(host => host.Key.Length);
        foreach (var (host, address) in hosts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            output.WriteLine($"  {host.PadRight(width)}  {address}");
        output.WriteLine();
        output.WriteLine("Environment");
        foreach (var (name, value) in variables)
            output.WriteLine($"  export {name}={Variables.Quoted(value)}");
        output.WriteLine();
        output.WriteLine("Requests");
    }
}

/// <summary>The ports; 0 for any free port.</summary>
internal readonly record struct Ports(int Vonage, int Flowroute, int? Https);
