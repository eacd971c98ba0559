namespace Vonage.Simulation;

/// <summary>Describes the simulator of a provider.</summary>
public sealed class SimulatedProvider
{
    /// <summary>The documents of the APIs.</summary>
    public required SpecCatalog Documents { get; init; }

    /// <summary>The authentication schemes of the documents.</summary>
    public required IReadOnlyList<CredentialScheme> Schemes { get; init; }

    /// <summary>The states, one per API. An operation that no state handles returns its documented example.</summary>
    public required IReadOnlyList<ApiState> States { get; init; }

    /// <summary>Additional hosts that no document lists as a server. They serve all paths of all documents.</summary>
    public IReadOnlyList<string> OtherHosts { get; init; } = [];

    /// <summary>The lock that is held while a state handles a request. Hold it to read or change a state from other code.</summary>
    public Lock Gate { get; init; } = new();
}
