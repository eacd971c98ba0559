using Vonage.Generator.Emission;
using Vonage.Generator.Emission.Commands;

namespace Vonage.Generator;

/// <summary>Generates this repository's packages, as its build and its maintainers call it.</summary>
internal static class RepositoryCommand
{
    private const string Usage = """
        Vonage.Generator                  regenerates every package under generated/
        Vonage.Generator --stale          regenerates the packages whose inputs changed (the build calls it so)
        Vonage.Generator --check          fails where generated/ is not what would be generated
        Vonage.Generator --one SPEC PACKAGE FOLDER [SPEC PACKAGE FOLDER …]
                                          generates single packages into folders that are empty, or were generated into before:
                                          other files there stay as they are
        """;

    private const string Mend = "dotnet run --project tools/Vonage.Generator";

    /// <summary>Whether the arguments are meant for this command.</summary>
    public static bool Takes(string[] args) => args is ["--stale"] or ["--check"] or ["--one", ..] || args.Length == 0 && Repository.IsAt(Directory.GetCurrentDirectory());

    public static async Task<int> RunAsync(string[] args)
    {
        var repository = Repository.Find(Directory.GetCurrentDirectory());
        var settings = await SettingsFile.LoadAsync(repository.Settings, _ => new TemplateFolders(repository.Templates));
        switch (args)
        {
            case []:
                return await GenerateAsync(repository, settings, stale: false);
            case ["--stale"]:
                return await GenerateAsync(repository, settings, stale: true);
            case ["--check"]:
                return await CheckAsync(repository, settings);
            case [_, .. var rest] when rest.Length > 0 && rest.Length % 3 == 0:
                var failed = false;
                foreach (var one in rest.Chunk(3))
                    failed |= !await Faults.ReportAsync(one[0], () => GenerateOneAsync(one[0], one[1], one[2], settings));
                return failed ? 1 : 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static async Task GenerateOneAsync(string spec, string package, string folder, SettingsFile settings)
    {
        var target = Target.Of(package, Path.GetFullPath(spec), Path.GetFullPath(folder));
        var root = OutputFolder.Elsewhere(target.OutputDirectory);
        var output = new Output();
        await output.AddAsync(target, settings);
        output.Write(root, [root.Path]);
    }

    private static async Task<int> GenerateAsync(Repository repository, SettingsFile settings, bool stale)
    {
        var inputs = new Inputs(repository);
        var shared = Path.Combine(repository.Generated, Inputs.FileName);
        var everything = !stale || !IsCurrent(shared, inputs.Shared());
        var targets = repository.Targets();
        var output = new Output();
        var done = new List<string>();
        var failed = false;
        foreach (var target in targets)
        {
            var recorded = Path.Combine(target.OutputDirectory, Inputs.FileName);
            if (!everything && IsCurrent(recorded, inputs.Of(target)) && File.Exists(Path.Combine(target.OutputDirectory, "Models.g.cs")))
                continue;
            if (!await Faults.ReportAsync(target.SpecPath, () => output.AddAsync(target, settings)))
            {
                failed = true;
                continue;
            }
            output.Add(recorded, inputs.Of(target));
            done.Add(target.Package);
        }
        if (done.Count > 0)
            AddCommandIndex(repository, targets, output);
        // What failed stays as it was, and stale.
        var isWhole = everything && !failed;
        if (isWhole)
            AddShared(repository, inputs, output);
        output.Write(OutputFolder.Generated(repository), isWhole ? [repository.Generated] : done.Select(d => Path.Combine(repository.Generated, d)));
        Console.WriteLine(done.Count == 0 ? "Nothing to generate." : $"Generated {string.Join(", ", done)}.");
        return failed ? 1 : 0;
    }

    private static async Task<int> CheckAsync(Repository repository, SettingsFile settings)
    {
        var inputs = new Inputs(repository);
        var output = new Output();
        var failed = false;
        var targets = repository.Targets();
        foreach (var target in targets)
        {
            failed |= !await Faults.ReportAsync(target.SpecPath, () => output.AddAsync(target, settings));
            output.Add(Path.Combine(target.OutputDirectory, Inputs.FileName), inputs.Of(target));
        }
        if (failed)
            return 1;
        AddCommandIndex(repository, targets, output);
        AddShared(repository, inputs, output);
        var differences = output.DifferencesFrom(repository.Generated).ToList();
        foreach (var difference in differences)
            Console.Error.WriteLine(difference.Replace(repository.Root, string.Empty).Replace(": /", ": "));
        if (differences.Count > 0)
            Console.Error.WriteLine($"generated/ does not match the specs, settings and templates. Regenerate it: {Mend}");
        return differences.Count == 0 ? 0 : 1;
    }

    // It names the packages alone: what a group is called, and what it has, stands in its own file.
    private static void AddCommandIndex(Repository repository, IReadOnlyList<Target> targets, Output output)
    {
        if (repository.CommandLine is not { } line)
            return;
        output.Add(Path.Combine(repository.Generated, line.Project, "ApiGroups.g.cs"), $$"""
            // <auto-generated>
            //     Generated from the project files under src/ by tools/Vonage.Generator. Do not edit.
            // </auto-generated>
            #nullable enable

            namespace {{line.Project}};

            internal static class ApiGroups
            {
                public static IReadOnlyList<ApiGroup> All { get; } =
                [
            {{string.Concat(targets.Where(target => target.CommandsPath is not null).Select(target => $"        {CommandsView.ClassOf(target)}.Group,\n"))}}    ];
            }

            """);
    }

    private static void AddShared(Repository repository, Inputs inputs, Output output)
    {
        output.Add(Path.Combine(repository.Generated, Inputs.FileName), inputs.Shared());
        output.Add(Path.Combine(repository.Generated, "README.md"), $"""
            # Generated code

            `tools/Vonage.Generator` writes everything here from `specs/*.yaml`, with the settings in `nswag.json` and the templates in
            `build/templates`. Do not edit these files by hand: change the spec, a template or a partial class under `src/`. `openapi/` has each
            API's document by itself, for other tools.

            | | |
            |---|---|
            | regenerate | `{Mend}` |
            | check | `{Mend} -- --check` |
            | automatically | `dotnet build` regenerates a package when the content hashes in its `inputs.txt` change |

            """);
    }

    private static bool IsCurrent(string recorded, string inputs) => File.Exists(recorded) && File.ReadAllText(recorded) == inputs;
}
