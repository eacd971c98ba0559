namespace Vonage.Simulation.Specs;

/// <summary>A path of a document, with its operations. They are read when somebody asks for them.</summary>
internal sealed class SpecPath(SpecDocument document, string template)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly Lazy<IReadOnlyList<SpecOperation>> _operations = new(() =>
    {
        var item = document.PathItem(template);
        return [.. Methods.Where(method => item[method].Exists).Select(method => new SpecOperation(document, template, item, method))];
    });

    public PathTemplate Template { get; } = new(template);

    public IReadOnlyList<SpecOperation> Operations => _operations.Value;

    /// <summary>The hosts of all its operations.</summary>
    public IEnumerable<string> Hosts => document.Mentions(template, "servers")
        ? Operations.SelectMany(operation => operation.Hosts)
        : SpecOperation.HostsOf(document.Servers);

    /// <summary>Whether an operation may be called so, told without reading them.</summary>
    public bool MayHave(string operationId) => document.Mentions(template, operationId);
}
