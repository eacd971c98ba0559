using System.Reflection;
using System.Text.Json.Nodes;
using Vonage.Simulation.Specs;
using Vonage.Simulation.Validation;

namespace Vonage.Simulation;

/// <summary>The OpenAPI documents of a provider and their operations. Instances are immutable: one instance serves all simulators in a process.</summary>
public sealed class SpecCatalog
{
    private const string Folder = "specs/";

    /// <summary>Initializes a new instance of the class from documents.</summary>
    /// <param name="documents">The documents as JSON, by name. Each is complete: its references refer to its own components.</param>
    public SpecCatalog(IReadOnlyDictionary<string, string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        // If two documents contain a path and the request names no host, the first one is used: one outside of folders, then by name.
        Paths = [.. documents.OrderBy(document => document.Key.Count(character => character == '/')).ThenBy(document => document.Key, StringComparer.Ordinal)
            .SelectMany(document => new SpecDocument(document.Key, document.Value).Paths)];
        Routes = new RouteTable(Paths);
    }

    /// <summary>Loads the documents embedded in the assembly of a simulator: the resources whose names start with <c>specs/</c>.</summary>
    /// <param name="assembly">The assembly.</param>
    public static SpecCatalog EmbeddedIn(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new SpecCatalog(assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(
            name => name[Folder.Length..],
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            }));
    }

    internal RouteTable Routes { get; }

    internal IReadOnlyList<SpecPath> Paths { get; }

    internal IEnumerable<SpecOperation> Operations => Paths.SelectMany(path => path.Operations);

    /// <summary>Checks a body that does not come in a request, such as a part of it that an application names by a URL.</summary>
    /// <param name="operation">The operation with such a body: <c>messages.send</c>.</param>
    /// <param name="body">The body.</param>
    /// <returns>The errors.</returns>
    public IReadOnlyList<SpecViolation> Check(string operation, JsonNode body)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        ArgumentNullException.ThrowIfNull(body);
        return SchemaValidator.Validate(Named(operation).RequestBody["content"].Members.First(media => MediaTypes.IsJson(media.Key)).Value["schema"], body);
    }

    /// <summary>
    /// Finds an operation by its full name, <c>voice.createCall</c>, or by <c>createCall</c> if that is unique. Case and hyphens do not matter, so that the
    /// names in exceptions of the clients, such as <c>VerifyV2.start</c>, are found, too.
    /// </summary>
    internal SpecOperation Named(string name)
    {
        var (spec, id) = name.LastIndexOf('.') is var dot and >= 0 ? (name[..dot], name[(dot + 1)..]) : (null, name);
        var found = Operations.Where(operation => Plain(operation.Id) == Plain(id) && (spec is null || Plain(operation.Spec) == Plain(spec))).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ArgumentException($"No operation has the name '{name}'.{Suggest(name, spec is null)}", nameof(name)),
            _ => throw new ArgumentException($"The name '{name}' is ambiguous: {string.Join(" or ", found)}.", nameof(name)),
        };
    }

    /// <summary>Describes the operations whose paths are nearest to a path; null if none is near.</summary>
    internal string? NearestTo(string path)
    {
        var texts = Nearest.Of(path, Paths.Where(near => near.Template.Fixed > 0).Select(near => near.Template.Text), 1);
        return texts.Count == 0
            ? null
            : string.Join(" or ", Paths.Where(near => near.Template.Text == texts[0]).SelectMany(near => near.Operations).Select(operation => $"{operation.Method} {texts[0]} ({operation})").Take(3));
    }

    private string Suggest(string name, bool isShort)
    {
        var near = Nearest.Of(name, Operations.Select(operation => isShort ? operation.Id : operation.FullName));
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
