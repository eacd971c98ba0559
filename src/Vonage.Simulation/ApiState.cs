namespace Vonage.Simulation;

/// <summary>
/// What a simulator remembers for the API of one document. An operation that it does not handle is answered with the documented example.
/// </summary>
/// <param name="spec">The document's name.</param>
public abstract class ApiState(string spec)
{
    private readonly Dictionary<string, Func<Exchange, Reply>> _handlers = new(StringComparer.Ordinal);

    /// <summary>The operations it handles, by their full name.</summary>
    internal IEnumerable<string> Operations => _handlers.Keys;

    /// <summary>The answer to a request that is authenticated and fits the document; null where this state does not handle it.</summary>
    internal Reply? Answer(Exchange exchange) => _handlers.GetValueOrDefault(exchange.Operation.FullName)?.Invoke(exchange);

    /// <summary>Handles an operation. Handlers run one at a time.</summary>
    /// <param name="operationId">The operation's id in the document.</param>
    /// <param name="handler">Makes the answer.</param>
    protected void On(string operationId, Func<Exchange, Reply> handler) => _handlers.Add($"{spec}.{operationId}", handler);
}
