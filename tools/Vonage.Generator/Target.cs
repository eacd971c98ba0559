namespace Vonage.Generator;

/// <summary>A package to generate: its name, its spec, and the folder its code goes to.</summary>
internal sealed record Target(string Package, string SpecPath, string OutputDirectory)
{
    /// <summary>Whose API it is: the first part of the package's name.</summary>
    public string Provider => Package[..Package.IndexOf('.')];

    /// <summary>The API: the rest of the package's name.</summary>
    public string Api => Package[(Package.IndexOf('.') + 1)..].Replace(".", string.Empty);
}
