using Vonage.Generator.Specs;

namespace Vonage.Generator;

/// <summary>What to generate: a package or a client of its own, its spec, and the folder its code goes to.</summary>
internal sealed record Target(string Package, string SpecPath, string OutputDirectory)
{
    // What comes with a client, after its name: from the provider's shared package, or generated along.
    private static readonly string[] OfProvider = ["ApiClient", "Credentials", "ClientOptions", "Region"];
    private static readonly string[] OfClient = ["Sender", "Credentials", "Options", "Exception"];

    // Null for a package, whose own name says it.
    private string? Name { get; init; }

    /// <summary>A target with a name from outside.</summary>
    public static Target Of(string package, string specPath, string outputDirectory) =>
        package.Split('.') is { Length: > 1 } parts && parts.All(part => part.Length > 0 && char.IsAsciiLetterUpper(part[0]) && part.All(char.IsAsciiLetterOrDigit))
            ? new(package, specPath, outputDirectory)
            : throw new SpecException($"'{package}' cannot be a package. Name it PROVIDER.API: words of letters and digits that begin with a capital.");

    /// <summary>A client of its own, which needs no package but Core: its credentials, options and exception are generated along.</summary>
    /// <param name="space">The namespace.</param>
    /// <param name="name">The name before <c>Client</c>; null for the last word of the namespace that says something.</param>
    /// <param name="specPath">The spec.</param>
    /// <param name="outputDirectory">Where the code goes to.</param>
    public static Target Client(string space, string? name, string specPath, string outputDirectory)
    {
        var words = space.Split('.');
        if (!Array.TrueForAll(words, IsWord))
            throw new SpecException($"'{space}' cannot be a namespace. Write words of letters, digits and '_' with dots between them, such as My.PetStore.");
        if (Array.Find(words, SchemaNames.IsReserved) is { } reserved)
            throw new SpecException($"'{space}' cannot be the namespace: '{reserved}' means something else in generated code. Choose another word.");
        var chosen = name ?? Array.FindLast(words, word => word is not ("Api" or "Client" or "Clients" or "Generated"));
        if (chosen is null)
            throw new SpecException($"The namespace '{space}' does not say how the client is called. Name it: --name PetStore makes PetStoreClient.");
        var target = new Target(space, specPath, outputDirectory) { Name = chosen, Origin = $"{Path.GetFileName(specPath)} by vonage-generate" };
        if (!IsWord(chosen))
            throw new SpecException($"'{chosen}' cannot be the name of a client. Write one word of letters and digits, such as PetStore.");
        return target.Types.FirstOrDefault(SchemaNames.IsReserved) is { } taken
            ? throw new SpecException($"The client cannot be called {chosen}: '{taken}' is one of the library's own types. Name it differently, for example with --name PetStore.")
            : target;
    }

    /// <summary>Whether the client stands by itself, with its own credentials, options and exception.</summary>
    public bool IsAlone => Name is not null;

    /// <summary>Whose API it is: the first part of the package's name.</summary>
    public string Provider => Name ?? Package[..Package.IndexOf('.')];

    /// <summary>The API: the rest of the package's name.</summary>
    public string Api => Name ?? Package[(Package.IndexOf('.') + 1)..].Replace(".", string.Empty);

    /// <summary>The types beside the models.</summary>
    public IEnumerable<string> Types => (IsAlone ? OfClient : OfProvider).Select(kind => Provider + kind).Concat([$"{Api}Client", $"I{Api}Client"]);

    /// <summary>The spec as a project file names it: its path below <c>specs/</c> without the extension.</summary>
    public string SpecName { get; init; } = Path.GetFileNameWithoutExtension(SpecPath);

    /// <summary>From what, and by what, the code is generated, as its first lines say.</summary>
    public string Origin
    {
        get => field ?? $"specs/{SpecName}.yaml by tools/Vonage.Generator";
        init;
    }

    /// <summary>Overlays that change the spec before anything is made of it.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>Where the bundled document goes; null where none is written.</summary>
    public string? BundlePath { get; init; }

    /// <summary>Where the commands for its operations go, and their namespace; null where no command line has them.</summary>
    public string? CommandsPath { get; init; }

    /// <inheritdoc cref="CommandsPath"/>
    public string? CommandNamespace { get; init; }

    /// <summary>
    /// Whether an integer without a format is 64 bits wide. In this repository's own specs it is 32 bits: they say so where a value is larger.
    /// </summary>
    public bool HasWideIntegers => !IsOwn;

    /// <summary>Whether it is one of this repository's packages, whose specs follow the rules in docs/specs.md.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The package's name; for what all of the provider's APIs share, in package <c>X.Common</c>, the provider's.</summary>
    public string Namespace => !IsAlone && Api == "Common" ? Provider : Package;

    private static bool IsWord(string word) => word.Length > 0 && (char.IsAsciiLetter(word[0]) || word[0] == '_') && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !Emission.Names.IsKeyword(word);
}
