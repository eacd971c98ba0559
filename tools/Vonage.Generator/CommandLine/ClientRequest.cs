using Vonage.Generator.Emission;
using Vonage.Generator.Specs;

namespace Vonage.Generator.CommandLine;

/// <summary>What somebody wants generated of a document of their own.</summary>
/// <param name="Spec">The document.</param>
/// <param name="Namespace">The namespace of the client.</param>
/// <param name="Name">The client's name without <c>Client</c>; null to take it from the namespace.</param>
internal sealed record ClientRequest(string Spec, string Namespace, string? Name)
{
    private static readonly string Own = AppContext.BaseDirectory;

    /// <summary>Overlays, in the order in which they are applied.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>Settings in NSwag's format that replace the tool's own.</summary>
    public string? Settings { get; init; }

    /// <summary>A folder with templates that replace the tool's own.</summary>
    public string? Templates { get; init; }

    /// <summary>The files that it names, which decide what is generated.</summary>
    public IEnumerable<string> Inputs() =>
        new[] { Spec, Settings }.OfType<string>().Concat(Overlays).Concat(Directory.Exists(Templates) ? Directory.EnumerateFiles(Templates, "*.liquid") : []);

    /// <summary>What to generate, after a look at what was asked for.</summary>
    /// <param name="folder">The folder that the files are meant for.</param>
    public Target TargetIn(string folder)
    {
        if (Spec.Contains("://", StringComparison.Ordinal))
            throw new SpecException($"{Spec} is an address. Download the document, and keep it beside your code: what is generated must not change without your doing.");
        if (Overlays.FirstOrDefault(overlay => !File.Exists(overlay)) is { } missing)
            throw new SpecException($"There is no overlay at {missing}.");
        if (Settings is not null && !File.Exists(Settings))
            throw new SpecException($"There are no settings at {Settings}.");
        return Target.Client(Namespace, Name, Path.GetFullPath(Spec), Path.GetFullPath(folder)) with { Overlays = [.. Overlays.Select(Path.GetFullPath)] };
    }

    /// <summary>Generates in memory.</summary>
    /// <param name="target">What to generate.</param>
    public async Task<Output> GenerateAsync(Target target)
    {
        var settings = await SettingsFile.LoadAsync(Settings ?? Path.Combine(Own, "default.nswag"), FindTemplates);
        var output = new Output();
        await output.AddAsync(target, settings);
        return output;
    }

    private TemplateFolders FindTemplates(string? ofSettings)
    {
        var own = Path.Combine(Own, "build", "templates");
        if (Settings is null)
            return new TemplateFolders(own, Templates);
        return Templates is null || ofSettings is null
            ? new TemplateFolders(own, Templates ?? ofSettings)
            : throw new SpecException($"--templates and 'templateDirectory' in {Settings} both name a folder. Remove one of them.");
    }
}
