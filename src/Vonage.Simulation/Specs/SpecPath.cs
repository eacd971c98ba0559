namespace Vonage.Simulation.Specs;

/// <summary>A path of a document with its operations.</summary>
internal sealed class SpecPath(SpecDocument document, string template, SpecNode item)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public PathTemplate Template { get; } = new(template);

    public IReadOnlyList<SpecOperation> Operations { get; } =
        [.. Methods.Where(method => item[method].Exists).Select(method => new SpecOperation(document, template, item, method))];

    /// <summary>The hosts of all operations.</summary>
    public IEnumerable<string> Hosts => Operations.SelectMany(operation => operation.Hosts);
}
