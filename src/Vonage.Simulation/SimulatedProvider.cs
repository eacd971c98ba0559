namespace Vonage.Simulation;

/// <summary>What a provider's simulator consists of.</summary>
public sealed class SimulatedProvider
{
    /// <summary>The documents of its APIs.</summary>
    public required SpecCatalog Documents { get; init; }

    /// <summary>The authentication schemes that the documents name.</summary>
    public required IReadOnlyList<CredentialScheme> Schemes { get; init; }

    /// <summary>What it remembers, one state per API. An operation that no state handles is answered with its documented example.</summary>
    public required IReadOnlyList<ApiState> States { get; init; }

    /// <summary>Hosts that it serves although no document lists them as servers. All paths of all documents are found there.</summary>
    public IReadOnlyList<string> OtherHosts { get; init; } = [];

    /// <summary>Held while a state answers, so that states need no locks. Hold it to read or change a state from elsewhere.</summary>
    public Lock Gate { get; init; } = new();
}
