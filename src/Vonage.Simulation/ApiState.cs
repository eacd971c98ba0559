namespace Vonage.Simulation;

/// <summary>
/// The state of the API of one document. An operation that it does not handle returns the documented example.
/// </summary>
/// <param name="spec">The name of the document.</param>
public abstract class ApiState(string spec)
{
    private readonly Dictionary<string, Func<Exchange, ExchangeResponse>> _handlers = new(StringComparer.Ordinal);

    /// <summary>The full names of the handled operations.</summary>
    internal IEnumerable<string> Operations => _handlers.Keys;

    /// <summary>Handles a request that is authenticated and valid; null if this state does not handle the operation.</summary>
    internal ExchangeResponse? Answer(Exchange exchange) => _handlers.GetValueOrDefault(exchange.Operation.FullName)?.Invoke(exchange);

    /// <summary>Adds a handler for an operation. Handlers run one at a time.</summary>
    /// <param name="operationId">The ID of the operation in the document.</param>
    /// <param name="handler">Creates the response.</param>
    protected void On(string operationId, Func<Exchange, ExchangeResponse> handler) => _handlers.Add($"{spec}.{operationId}", handler);
}
