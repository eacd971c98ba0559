using System.Globalization;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>Generates every fixture spec once, in one process, before the first test. <c>sms-status.yaml</c> becomes <c>Vonage.SmsStatus</c>.</summary>
[SetUpFixture]
internal sealed class Generation
{
    [OneTimeSetUp]
    public async Task GenerateAsync()
    {
        var specs = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.yaml", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != "common.yaml");
        var arguments = specs.SelectMany(path => new[] { path, PackageOf(path), GeneratedPackage.FolderOf(PackageOf(path)) });

        var result = await Command.GeneratorAsync(RepositoryFiles.Root, ["--one", .. arguments]);

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        await WireServer.StartAsync();
    }

    [OneTimeTearDown]
    public Task StopAsync() => WireServer.StopAsync();

    public static string PackageOf(string path) =>
        "Vonage." + CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Path.GetFileNameWithoutExtension(path)).Replace("-", string.Empty, StringComparison.Ordinal);
}
