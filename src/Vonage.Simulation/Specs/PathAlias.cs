namespace Vonage.Simulation;

/// <summary>A path that no document contains, and that the API serves nevertheless.</summary>
/// <param name="Path">The path, with parameters in braces.</param>
/// <param name="DocumentedPath">The path in the document, with the same parameters.</param>
public sealed record PathAlias(string Path, string DocumentedPath)
{
    /// <summary>Changes the response, for example to another format.</summary>
    public Action<ExchangeResponse>? Convert { get; init; }
}
