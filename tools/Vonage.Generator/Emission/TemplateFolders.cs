using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>Where templates come from: the generator's own folder, and one that replaces some of them.</summary>
internal sealed class TemplateFolders
{
    private const string Extension = ".liquid";

    private readonly string _own;

    /// <summary>Initializes the folders.</summary>
    /// <param name="own">The folder with every template.</param>
    /// <param name="replacements">The folder with templates that replace those of the same name; null if there is none.</param>
    public TemplateFolders(string own, string? replacements = null)
    {
        _own = own;
        First = replacements ?? own;
        if (replacements is null)
            return;
        if (!Directory.Exists(replacements))
            throw new SpecException($"There is no folder with templates at {replacements}.");
        Replacements = [.. Directory.EnumerateFiles(replacements, "*" + Extension).Order(StringComparer.Ordinal)];
        if (Replacements.Count == 0)
            throw new SpecException($"{replacements} has no template. Copy one from {own} and change it.");
        var known = Directory.EnumerateFiles(own, "*" + Extension).Select(Path.GetFileName).OfType<string>().ToList();
        if (Replacements.Select(Path.GetFileName).OfType<string>().FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new SpecException($"{Path.Combine(replacements, unknown)} replaces nothing: there is no template of this name.{Core.NearestName.Suggest(unknown, known)} The templates are in {own}.");
    }

    /// <summary>The folder that is looked into first.</summary>
    public string First { get; }

    /// <summary>The templates that replace others.</summary>
    public IReadOnlyList<string> Replacements { get; } = [];

    /// <summary>The text of one of the generator's own templates; null where there is none.</summary>
    public string? Own(string template) => Path.Combine(_own, template + Extension) is var path && File.Exists(path) ? File.ReadAllText(path) : null;
}
