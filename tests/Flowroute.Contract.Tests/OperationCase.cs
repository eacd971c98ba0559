namespace Flowroute.Contract.Tests;

/// <summary>One call of one operation: how a user writes it, and what must be on the wire.</summary>
public sealed class OperationCase(string operation, string line, Func<IFlowrouteClient, Ids, Task> call)
{
    /// <summary>The document below <c>flowroute/</c> and the operation: <c>routes.create</c>.</summary>
    public string Operation { get; } = operation;

    /// <summary>Method and path, ids in braces: <c>GET /v2/routes/{route}</c>.</summary>
    public string Line { get; } = line;

    public Func<IFlowrouteClient, Ids, Task> Call { get; } = call;

    /// <summary>Tells cases of one operation apart.</summary>
    public string Variant { get; init; } = string.Empty;

    /// <summary>The query without the question mark.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>The exact JSON of the body, spaces aside.</summary>
    public string? Json { get; init; }

    public string MediaType { get; init; } = "application/vnd.api+json";

    public string Spec => "flowroute/" + Operation[..Operation.IndexOf('.', StringComparison.Ordinal)];

    public override string ToString() => Variant.Length == 0 ? Operation : $"{Operation} ({Variant})";
}
