using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>Regenerating is repeatable, and <c>--check</c> finds every difference and names the command that mends it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CheckTests : IDisposable
{
    private const string Mend = "Regenerate it: dotnet run --project tools/Vonage.Generator";

    private static readonly Lazy<Task<IReadOnlyDictionary<string, string>>> Generated = new(GenerateAsync);

    private readonly RepositoryCopy _copy = new();

    [SetUp]
    public async Task WriteGeneratedAsync()
    {
        foreach (var (path, text) in await Generated.Value)
            _copy.Write(path, text);
    }

    public void Dispose() => _copy.Dispose();

    [Test]
    public async Task Generating_twice_gives_the_same_bytes()
    {
        var first = _copy.Snapshot("generated");
        Directory.Delete(_copy.At("generated"), recursive: true);

        await _copy.GenerateAsync();

        Assert.That(_copy.Snapshot("generated"), Is.EqualTo(first));
        Assert.That(first.Keys, Has.Some.EndsWith("Client.g.cs").And.Some.EndsWith("inputs.txt").And.Some.EndsWith("README.md"));
    }

    [Test]
    public async Task Generating_again_writes_nothing()
    {
        var written = Directory.EnumerateFiles(_copy.At("generated"), "*", SearchOption.AllDirectories).ToDictionary(path => path, File.GetLastWriteTimeUtc);

        await _copy.GenerateAsync();

        Assert.That(written.Keys.Where(path => File.GetLastWriteTimeUtc(path) != written[path]), Is.Empty);
    }

    [Test]
    public async Task Generated_files_end_their_lines_with_line_feeds_and_are_tidy()
    {
        foreach (var file in Directory.EnumerateFiles(_copy.At("generated"), "*.g.cs", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            Assert.That(text, Does.Not.Contain('\r').And.Not.Contain(" \n").And.Not.Contain("\n\n\n").And.Matches("(}|#endif)\n$"), file);
        }
    }

    [Test]
    public async Task What_is_fresh_passes()
    {
        var result = await CheckAsync();

        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((0, string.Empty)));
    }

    [Test]
    public async Task A_changed_file_fails()
    {
        _copy.Edit("generated/Vonage.Weather/WeatherClient.g.cs", "public virtual", "public");

        await FailsAsync("differs: generated/Vonage.Weather/WeatherClient.g.cs");
    }

    [Test]
    public async Task A_file_that_nothing_makes_fails()
    {
        _copy.Write("generated/Vonage.Weather/Old.g.cs", "// left behind");

        await FailsAsync("does not belong here: generated/Vonage.Weather/Old.g.cs");
    }

    [Test]
    public async Task A_folder_of_a_package_that_is_gone_fails()
    {
        _copy.Write("generated/Vonage.Gone/Models.g.cs", "// left behind");

        await FailsAsync("does not belong here: generated/Vonage.Gone/Models.g.cs");
    }

    [Test]
    public async Task A_missing_file_fails()
    {
        File.Delete(_copy.At("generated/Vonage.Weather/IWeatherClient.g.cs"));

        await FailsAsync("missing: generated/Vonage.Weather/IWeatherClient.g.cs");
    }

    [Test]
    public async Task A_changed_spec_fails()
    {
        _copy.Edit("specs/weather.yaml", "operationId: listByOffset", "operationId: listByIndex");

        await FailsAsync("differs: generated/Vonage.Weather/IWeatherClient.g.cs", "differs: generated/Vonage.Weather/WeatherClient.g.cs", "differs: generated/Vonage.Weather/inputs.txt");
    }

    [TestCase("build/templates/Enum.liquid", "Creates a value", "Makes a value", "differs: generated/Vonage.Paint/Models.g.cs")]
    [TestCase("nswag.json", "\"responseArrayType\": \"IReadOnlyList\"", "\"responseArrayType\": \"IReadOnlyCollection\"", "differs: generated/Vonage.Weather/Models.g.cs")]
    [TestCase("Directory.Packages.props", "\"NSwag.MSBuild\" Version=\"14", "\"NSwag.MSBuild\" Version=\"13", "differs: generated/inputs.txt")]
    [TestCase("tools/Vonage.Generator/Program.cs", "using Vonage.Generator;", "using Vonage.Generator; //", "differs: generated/inputs.txt")]
    public async Task A_changed_template_setting_or_generator_fails(string path, string old, string text, string difference)
    {
        _copy.Edit(path, old, text);

        await FailsAsync(difference);
    }

    [Test]
    public async Task A_check_changes_nothing()
    {
        _copy.Write("generated/Vonage.Weather/Old.g.cs", "// left behind");
        _copy.Edit("specs/weather.yaml", "operationId: listByOffset", "operationId: listByIndex");
        var before = _copy.Snapshot("generated");

        await CheckAsync();

        Assert.That(_copy.Snapshot("generated"), Is.EqualTo(before));
    }

    [Test]
    public async Task Regenerating_mends_all_that_a_check_finds()
    {
        _copy.Write("generated/Vonage.Gone/Models.g.cs", "// left behind");
        _copy.Edit("generated/Vonage.Weather/WeatherClient.g.cs", "public virtual", "public");
        _copy.Edit("specs/weather.yaml", "operationId: listByOffset", "operationId: listByIndex");

        await _copy.GenerateAsync();

        Assert.That((await CheckAsync()).ExitCode, Is.Zero);
        Assert.That(File.Exists(_copy.At("generated/Vonage.Gone/Models.g.cs")), Is.False);
    }

    [Test]
    public async Task Only_stale_packages_are_generated_where_that_is_asked()
    {
        _copy.Edit("specs/weather.yaml", "operationId: listByOffset", "operationId: listByIndex");

        var first = await _copy.GenerateAsync("--stale");
        var second = await _copy.GenerateAsync("--stale");

        Assert.That((first.Output.Trim(), second.Output.Trim()), Is.EqualTo(("Generated Vonage.Weather.", "Nothing to generate.")));
        Assert.That(_copy.Read("generated/Vonage.Weather/IWeatherClient.g.cs"), Does.Contain("ListByIndexAsync"));
    }

    [Test]
    public async Task A_package_is_made_by_one_spec_and_one_project_of_a_few_lines()
    {
        _copy.AddPackage("Climate", "lists");

        var result = await _copy.GenerateAsync("--stale");

        Assert.That(result.Output.Trim(), Is.EqualTo("Generated Vonage.Climate."));
        Assert.That(_copy.Read("generated/Vonage.Climate/ClimateClient.g.cs"), Does.Contain("namespace Vonage.Climate;").And.Contain("class ClimateClient : IClimateClient"));
    }

    [Test]
    public async Task A_project_whose_spec_is_missing_is_named()
    {
        File.Delete(_copy.At("specs/weather.yaml"));

        var result = await CheckAsync();

        Assert.That((result.ExitCode, result.Errors.Trim()), Is.EqualTo((1, "Vonage.Generator: error SPEC: Vonage.Weather: its project file names the spec 'weather', but specs/weather.yaml does not exist.")));
    }

    [TestCase("openapi: 3.0.3", "openapi: 3.0.3\nx-wonder: true", "'x-wonder' has no effect: no such extension is known here.")]
    [TestCase("servers:", "servres: []\nservers:", "'servres' has no effect: OpenAPI has no such field here. Did you mean servers?")]
    [TestCase("type: object\n", "type: object\n      required: [nothing]\n", "'nothing' is required, but there is no such property. Declare it, or remove the name.")]
    public async Task Words_without_effect_are_errors_and_cost_the_other_packages_nothing(string text, string replacement, string fault)
    {
        var spec = _copy.Read("specs/weather.yaml");
        var at = spec.IndexOf(text, StringComparison.Ordinal);
        _copy.Write("specs/weather.yaml", spec[..at] + replacement + spec[(at + text.Length)..]);
        _copy.Edit("specs/paint.yaml", "title: ", "title: Re");

        var result = await _copy.GenerateAsync("--stale");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Errors, Does.Match(@"weather\.yaml\(\d+,\d+\): error SPEC: ").And.Contain(fault));
        Assert.That(result.Output.Trim(), Is.EqualTo("Generated Vonage.Paint."));
    }

    [Test]
    public async Task The_generator_runs_from_any_folder_of_the_repository() =>
        Assert.That((await Command.GeneratorAsync(_copy.At("src/Vonage.Weather"), "--check")).ExitCode, Is.Zero);

    [Test]
    public async Task Elsewhere_the_generator_says_where_it_belongs()
    {
        var result = await Command.GeneratorAsync(Path.GetTempPath(), "--check");

        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((1, $"Vonage.Generator: error SPEC: No nswag.json in {Path.GetTempPath().TrimEnd('/')} or above it: run the generator inside the repository.\n")));
    }

    [TestCase("--one")]
    [TestCase("--one", "a.yaml", "Vonage.A")]
    public async Task Arguments_that_mean_nothing_are_answered_with_the_usage(params string[] arguments)
    {
        var result = await _copy.GenerateAsync(arguments);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Does.Contain("--check").And.Contain("--stale").And.Contain("--one"));
    }

    private static async Task<IReadOnlyDictionary<string, string>> GenerateAsync()
    {
        using var copy = new RepositoryCopy();
        var result = await copy.GenerateAsync();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        return copy.Snapshot("generated");
    }

    private async Task FailsAsync(params string[] differences)
    {
        var result = await CheckAsync();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Errors.Split('\n'), Is.SupersetOf(differences));
        Assert.That(result.Errors, Does.Contain(Mend));
    }

    private Task<CommandResult> CheckAsync() => _copy.GenerateAsync("--check");
}
