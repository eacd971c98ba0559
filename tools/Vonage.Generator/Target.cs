namespace Vonage.Generator;

/// <summary>A package to generate: its name, its spec, and the folder its code goes to.</summary>
internal sealed record Target(string Package, string SpecPath, string OutputDirectory)
{
    /// <summary>A target with a name from outside.</summary>
    public static Target Of(string package, string specPath, string outputDirectory) =>
        package.Split('.') is { Length: > 1 } parts && parts.All(part => part.Length > 0 && char.IsAsciiLetterUpper(part[0]) && part.All(char.IsAsciiLetterOrDigit))
            ? new(package, specPath, outputDirectory)
            : throw new Specs.SpecException($"'{package}' cannot be a package. Name it PROVIDER.API: words of letters and digits that begin with a capital.");

    /// <summary>Whose API it is: the first part of the package's name.</summary>
    public string Provider => Package[..Package.IndexOf('.')];

    /// <summary>The API: the rest of the package's name.</summary>
    public string Api => Package[(Package.IndexOf('.') + 1)..].Replace(".", string.Empty);

    /// <summary>The spec as a project file names it: its path below <c>specs/</c> without the extension.</summary>
    public string SpecName { get; init; } = Path.GetFileNameWithoutExtension(SpecPath);

    /// <summary>Where the bundled document goes; null where none is written.</summary>
    public string? BundlePath { get; init; }

    /// <summary>
    /// Whether an integer without a format is 64 bits wide. In this repository's own specs it is 32 bits: they say so where a value is larger.
    /// </summary>
    public bool HasWideIntegers => !IsOwn;

    /// <summary>Whether it is one of this repository's packages, whose specs follow the rules in docs/specs.md.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The package's name; for what all of the provider's APIs share, in package <c>X.Common</c>, the provider's.</summary>
    public string Namespace => Api == "Common" ? Provider : Package;
}
