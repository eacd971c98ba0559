using Vonage.Testing;

namespace Vonage.Docs.Tests;

/// <summary>The client that a program from a document gets. Public, because the program is an assembly of its own.</summary>
public static class SimulatedClient
{
    public static VonageSimulator? Simulator { get; set; }

    public static VonageClient Create(VonageClientOptions? options = null) => Simulator!.CreateClient(options);
}
