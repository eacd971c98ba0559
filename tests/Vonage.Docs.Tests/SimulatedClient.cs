using Flowroute;
using Flowroute.Testing;
using Vonage.Core;
using Vonage.Testing;

namespace Vonage.Docs.Tests;

/// <summary>What a program from a document gets in place of a provider. Public, because the program is an assembly of its own.</summary>
public static class SimulatedClient
{
    public static VonageSimulator? Simulator { get; set; }

    public static FlowrouteSimulator? Flowroute { get; set; }

    /// <summary>Options that lead the client of one API to the simulator.</summary>
    public static VonageClientOptions Options => LedTo(Simulator!.Hosts, new VonageClientOptions());

    /// <summary>Options that lead the client of one of Flowroute's APIs to the simulator.</summary>
    public static FlowrouteClientOptions FlowrouteOptions => LedTo(Flowroute!.Hosts, new FlowrouteClientOptions());

    private static T LedTo<T>(IReadOnlyDictionary<string, Uri> hosts, T options)
        where T : ApiClientOptions
    {
        foreach (var (host, address) in hosts)
            options.Hosts[host] = address;
        return options;
    }
}
