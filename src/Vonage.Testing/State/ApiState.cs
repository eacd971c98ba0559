using Vonage.Testing.Answers;

namespace Vonage.Testing.State;

/// <summary>
/// What the simulator remembers for one document's API. A class in this folder that derives from this one is found by itself; it
/// needs a constructor that takes a <see cref="Simulation"/>. What it does not handle is answered with the documented example.
/// </summary>
internal abstract class ApiState(string spec)
{
    private readonly Dictionary<string, Func<Exchange, Reply>> _handlers = new(StringComparer.Ordinal);

    /// <summary>The operations it handles, by their full name.</summary>
    public IEnumerable<string> Operations => _handlers.Keys;

    /// <summary>The answer to a request that is authenticated and fits the document; null where it is none of this state's.</summary>
    public Reply? Answer(Exchange exchange) => _handlers.GetValueOrDefault(exchange.Operation.FullName)?.Invoke(exchange);

    /// <summary>Handles an operation, by its id in the document. Handlers run one at a time.</summary>
    protected void On(string operationId, Func<Exchange, Reply> handler) => _handlers.Add($"{spec}.{operationId}", handler);
}
