namespace Vonage.Generator;

/// <summary>A package to generate: its name, its spec, and the folder its code goes to.</summary>
internal sealed record Target(string Package, string SpecPath, string OutputDirectory)
{
    /// <summary>Whose API it is: the first part of the package's name.</summary>
    public string Provider => Package[..Package.IndexOf('.')];

    /// <summary>The API: the rest of the package's name.</summary>
    public string Api => Package[(Package.IndexOf('.') + 1)..].Replace(".", string.Empty);

    /// <summary>The spec as a project file names it: its path below <c>specs/</c> without the extension.</summary>
    public string SpecName { get; init; } = Path.GetFileNameWithoutExtension(SpecPath);

    /// <summary>Where the bundled document goes; null where none is written.</summary>
    public string? BundlePath { get; init; }

    /// <summary>The namespace of the types. What all of the provider's APIs share is visible from each of them.</summary>
    public string Namespace => Api == "Common" ? Provider : Package;
}
