using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>A project that names providers gets a command for each of their operations.</summary>
internal sealed class CommandTests
{
    private RepositoryCopy _copy = null!;

    [OneTimeSetUp]
    public async Task GenerateAsync()
    {
        _copy = new RepositoryCopy();
        _copy.Write("tools/Brush/Brush.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><CommandsOf>Vonage;Other</CommandsOf></PropertyGroup></Project>");
        _copy.Edit("specs/paint.yaml", "version: 1.0.0", "version: 1.0.0, x-command: colors");
        var result = await _copy.GenerateAsync();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    [OneTimeTearDown]
    public void Remove() => _copy.Dispose();

    [Test]
    public void Each_package_is_a_group_of_the_project()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_copy.Read("generated/Brush/ApiGroups.g.cs"), Does.Contain("namespace Brush;").And.Contain("VonagePaintCommands.Group,").And.Contain("VonageWeatherCommands.Group,").And.Not.Contain("Common"));
            Assert.That(_copy.Read("generated/Brush/Vonage.Paint.g.cs"), Does.Contain("new(\"paint\", \"colors\", \"Vonage\", "));
            Assert.That(_copy.Read("generated/Brush/Vonage.Paint.g.cs"), Does.Contain("new ApiOperation(\"Paint.paint\", \"POST\", \"/paint/{color}\""));
        });
    }

    [Test]
    public async Task A_changed_or_foreign_file_among_the_commands_is_found()
    {
        _copy.Write("generated/Brush/Vonage.Other.g.cs", "");
        _copy.Edit("generated/Brush/Vonage.Weather.g.cs", "Vonage", "Other");
        var result = await _copy.GenerateAsync("--check");
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Text, Does.Contain("differs: generated/Brush/Vonage.Weather.g.cs").And.Contain("does not belong here: generated/Brush/Vonage.Other.g.cs"));
        });
    }

    [TestCase("new(\"save-painting\", ")]
    [TestCase("new(\"x-color\", \"X-Color\", ValueKind.Text) { In = \"header\"")]
    [TestCase("new(\"others\", \"others\", ValueKind.Text) { In = \"query\", IsList = true, Values = [\"red\", ")]
    [TestCase("new(\"joined\", \"joined\", ValueKind.Text) { In = \"query\", IsList = true, Style = \"joined\"")]
    [TestCase("Body = new(BodyKind.Form, \"application/x-www-form-urlencoded\")")]
    [TestCase("Model = typeof(Vonage.Paint.PaintForm),")]
    public void An_operation_is_described(string part) => Assert.That(_copy.Read("generated/Brush/Vonage.Paint.g.cs"), Does.Contain(part));
}
