using System.Runtime.InteropServices;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>
/// The build runs the generator by itself, and only where it must. One copy of the repository with two small packages of its own serves
/// all tests: each changes it, builds, and changes it back.
/// </summary>
[Platform("Unix", Reason = "The build sees no program but those of a folder with links to them.")]
[Category("Slow")]
[Parallelizable(ParallelScope.Self)]
internal sealed class BuildTests
{
    private const string GeneratorWasBuilt = "Vonage.Generator -> ";
    private const string GeneratorRan = "Generated ";

    // What comes before the compilation, which these tests do not look at.
    private const string GenerateOnly = "-t:RegenerateApi";

    private RepositoryCopy _copy = null!;
    private CommandResult _firstBuild = null!;
    private bool _firstBuildMadeTheGenerator;

    [OneTimeSetUp]
    public async Task BuildFreshCloneAsync()
    {
        _copy = new RepositoryCopy(withCore: true);
        _copy.Link("bin/dotnet", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")));
        _copy.Link("bin/sh", "/bin/sh");
        var generated = await _copy.GenerateAsync();
        Assert.That(generated.ExitCode, Is.Zero, generated.Text);

        _firstBuild = await BuildAsync();
        _firstBuildMadeTheGenerator = Directory.Exists(_copy.At("tools/Vonage.Generator/obj"));
        _copy.Keep();
    }

    [OneTimeTearDown]
    public void Delete() => _copy?.Dispose();

    [TearDown]
    public void ChangeBack() => _copy.Restore();

    [Test]
    public void A_fresh_clone_builds_without_Node_and_without_the_generator()
    {
        Assert.That(_firstBuild.ExitCode, Is.Zero, _firstBuild.Text);
        Assert.That(_firstBuild.Output, Does.Not.Contain("npm").And.Not.Contain(GeneratorRan));
        Assert.That(_firstBuildMadeTheGenerator, Is.False);
    }

    [Test]
    public async Task Files_that_are_newer_but_the_same_do_not_run_the_generator()
    {
        _copy.TouchGeneratorInputs();

        var build = await BuildAsync(GenerateOnly);

        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(build.Output, Does.Not.Contain(GeneratorRan).And.Not.Contain(GeneratorWasBuilt));
    }

    [Test]
    public async Task An_edited_spec_regenerates_its_package_alone_before_it_compiles()
    {
        _copy.Edit("specs/weather.yaml", "operationId: listByOffset", "operationId: listByIndex");
        _copy.Write("src/Vonage.Weather/Usage.cs", "internal static class Usage { public static object Of(Vonage.Weather.WeatherClient client) => client.ListByIndexAsync(); }");

        var build = await BuildAsync();

        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(RunsIn(build), Is.EqualTo((string[])["Generated Vonage.Weather."]));
    }

    [Test]
    public async Task An_edited_template_regenerates_every_package_in_one_process()
    {
        _copy.Edit("build/templates/Client.Class.liquid", "for the lifetime of the process.", "as long as you like.");

        var build = await BuildAsync(GenerateOnly);

        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(RunsIn(build), Is.EqualTo((string[])["Generated Vonage.Common, Vonage.Paint, Vonage.Weather."]));
        Assert.That(_copy.Read("generated/Vonage.Paint/PaintClient.g.cs"), Does.Contain("as long as you like."));
    }

    [Test]
    public async Task Another_version_of_NSwag_regenerates_every_package()
    {
        _copy.Edit("generated/inputs.txt", "NSwag.MSBuild 14", "NSwag.MSBuild 13");

        var build = await BuildAsync(GenerateOnly);

        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(RunsIn(build), Is.EqualTo((string[])["Generated Vonage.Common, Vonage.Paint, Vonage.Weather."]));
    }

    [Test]
    public async Task A_new_template_regenerates_every_package()
    {
        _copy.Write("build/templates/Extra.liquid", "");

        var build = await BuildAsync(GenerateOnly);

        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(RunsIn(build), Is.EqualTo((string[])["Generated Vonage.Common, Vonage.Paint, Vonage.Weather."]));
    }

    [Test]
    public async Task A_bad_spec_is_an_error_of_the_build()
    {
        _copy.Edit("specs/weather.yaml", "#/components/schemas/Thing'", "#/components/schemas/Nothing'");

        var build = await BuildAsync(GenerateOnly);

        Assert.That(build.ExitCode, Is.Not.Zero);
        Assert.That(build.Output, Does.Contain("error SPEC: components.schemas has no 'Nothing'."));
    }

    private static IEnumerable<string> RunsIn(CommandResult build) =>
        build.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith(GeneratorRan, StringComparison.Ordinal));

    // Neither Node nor npm is on the path.
    private Task<CommandResult> BuildAsync(params string[] more) => Command.RunAsync(
        _copy.At("bin/dotnet"),
        ["build", "src/Vonage.Weather", "--nologo", "-nodeReuse:false", "-p:RunAnalyzers=false", .. more],
        _copy.Root,
        environment =>
        {
            environment["PATH"] = _copy.At("bin");
            environment["MinVerSkip"] = "true"; // it asks git, which is not there either
            environment.Remove("CI"); // it asks for paths as git knows them, and the copy is no clone
        });
}
