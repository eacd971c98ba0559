using System.Text.Json.Nodes;
using Vonage.Simulation.Specs;

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

    /// <summary>The documents (<c>sms</c>) and operations (<c>account.topUp</c>) that take parameters and credentials by GET and POST alike, whatever the document says.</summary>
    /// <remarks>They are in the query, a form or a JSON object.</remarks>
    public IReadOnlySet<string> Lenient { get; init; } = new HashSet<string>();

    /// <summary>Paths that the documents do not contain.</summary>
    public IReadOnlyList<PathAlias> Aliases { get; init; } = [];

    /// <summary>Hosts that also serve what another host serves: the other host, by host.</summary>
    public IReadOnlyDictionary<string, string> EquivalentHosts { get; init; } = new Dictionary<string, string>();

    /// <summary>Changes the JSON body of a request to an operation, by its full name, before it is validated: what the API accepts although the document does not say so.</summary>
    public Action<string, JsonObject>? Adapt { get; init; }

    /// <summary>Gets the reason for rejecting a request with status 429; <see langword="null"/> if it is within the limits.</summary>
    public Func<ReceivedRequest, string?>? Limit { get; init; }

    /// <summary>The lock that is held while a state handles a request. Hold it to read or change a state from other code.</summary>
    public object Gate { get; init; } = new();

    internal bool IsLenient(SpecOperation operation) => Lenient.Contains(operation.Spec) || Lenient.Contains(operation.FullName);
}
