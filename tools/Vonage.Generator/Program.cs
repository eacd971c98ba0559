using Vonage.Generator;
using Vonage.Generator.Emission;
using Vonage.Generator.Specs;

const string Usage = """
    Vonage.Generator                  regenerates every package under generated/
    Vonage.Generator --stale          regenerates the packages whose inputs changed (the build calls it so)
    Vonage.Generator --check          fails where generated/ is not what would be generated
    Vonage.Generator --one SPEC PACKAGE FOLDER [SPEC PACKAGE FOLDER …]
                                      generates single packages into folders that are empty, or were generated into before:
                                      other files there stay as they are
    """;
const string Mend = "dotnet run --project tools/Vonage.Generator";

try
{
    var repository = Repository.Find(Directory.GetCurrentDirectory());
    var settings = await SettingsFile.LoadAsync(repository.Settings);
    switch (args)
    {
        case []:
            return await GenerateAsync(repository, settings, stale: false);
        case ["--stale"]:
            return await GenerateAsync(repository, settings, stale: true);
        case ["--check"]:
            return await CheckAsync(repository, settings);
        case ["--one", .. var rest] when rest.Length > 0 && rest.Length % 3 == 0:
            var failed = false;
            foreach (var one in rest.Chunk(3))
                failed |= !await GenerateOneAsync(one[0], one[1], one[2], settings);
            return failed ? 1 : 0;
        default:
            Console.Error.WriteLine(Usage);
            return args is ["--help"] ? 0 : 2;
    }
}
catch (Exception error) when (FaultIn(error) is { } fault)
{
    Report(fault);
    return 1;
}

static async Task<bool> GenerateOneAsync(string spec, string package, string folder, SettingsFile settings)
{
    try
    {
        var target = Target.Of(package, Path.GetFullPath(spec), Path.GetFullPath(folder));
        var root = OutputFolder.Elsewhere(target.OutputDirectory);
        var output = new Output();
        await output.AddAsync(target, settings);
        output.Write(root, [root.Path]);
        return true;
    }
    catch (Exception error) when (FaultIn(error) is { } fault)
    {
        Report(fault);
        return false;
    }
}

static async Task<int> GenerateAsync(Repository repository, SettingsFile settings, bool stale)
{
    var inputs = new Inputs(repository);
    var shared = Path.Combine(repository.Generated, Inputs.FileName);
    var everything = !stale || !IsCurrent(shared, inputs.Shared());
    var targets = repository.Targets();
    var output = new Output();
    var done = new List<string>();
    foreach (var target in targets)
    {
        var recorded = Path.Combine(target.OutputDirectory, Inputs.FileName);
        if (!everything && IsCurrent(recorded, inputs.Of(target)) && File.Exists(Path.Combine(target.OutputDirectory, "Models.g.cs")))
            continue;
        await output.AddAsync(target, settings);
        output.Add(recorded, inputs.Of(target));
        done.Add(target.Package);
    }
    if (everything)
        AddShared(repository, inputs, output);
    output.Write(OutputFolder.Generated(repository), everything ? [repository.Generated] : done.Select(d => Path.Combine(repository.Generated, d)));
    Console.WriteLine(done.Count == 0 ? "Nothing to generate." : $"Generated {string.Join(", ", done)}.");
    return 0;
}

static async Task<int> CheckAsync(Repository repository, SettingsFile settings)
{
    var inputs = new Inputs(repository);
    var output = new Output();
    foreach (var target in repository.Targets())
    {
        await output.AddAsync(target, settings);
        output.Add(Path.Combine(target.OutputDirectory, Inputs.FileName), inputs.Of(target));
    }
    AddShared(repository, inputs, output);
    var differences = output.DifferencesFrom(repository.Generated).ToList();
    foreach (var difference in differences)
        Console.Error.WriteLine(difference.Replace(repository.Root, string.Empty).Replace(": /", ": "));
    if (differences.Count > 0)
        Console.Error.WriteLine($"generated/ does not match the specs, settings and templates. Regenerate it: {Mend}");
    return differences.Count == 0 ? 0 : 1;
}

static void AddShared(Repository repository, Inputs inputs, Output output)
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

// What a spec, a folder or a file is to blame for; null for a mistake of the generator itself.
static string? FaultIn(Exception error) => SpecException.In(error)?.Message ?? (error is IOException or UnauthorizedAccessException or Newtonsoft.Json.JsonException ? error.Message : null);

// In MSBuild's format, so that it shows as an error of the build; on one line, whatever the spec has in its names.
static void Report(string fault) => Console.Error.WriteLine("Vonage.Generator : error SPEC : " + string.Concat(string.Join(' ', fault.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(c => !char.IsControl(c))));

static bool IsCurrent(string recorded, string inputs) => File.Exists(recorded) && File.ReadAllText(recorded) == inputs;
