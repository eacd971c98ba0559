using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>What a release says of each package: the differences between the specifications of two versions.</summary>
internal sealed class ChangesTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vonage-changes-").FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task The_changes_of_each_package_are_those_of_its_public_surface()
    {
        var specs = Path.Combine(_folder, "specs");
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.At("specs"), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(specs, Path.GetRelativePath(RepositoryFiles.At("specs"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var pricing = Path.Combine(specs, "pricing.yaml");
        await File.WriteAllTextAsync(pricing, (await File.ReadAllTextAsync(pricing)).Replace("countryDisplayName", "countryTitle", StringComparison.Ordinal));
        File.Delete(Path.Combine(specs, "reports.yaml"));
        var output = Path.Combine(_folder, "changes");

        var result = await Command.RunAsync("node", [RepositoryFiles.At("build", "changes.mjs"), _folder, output], RepositoryFiles.Root);

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Directory.EnumerateFiles(output).Select(Path.GetFileName), Is.EquivalentTo((string[])["Vonage.Pricing.md", "Vonage.Reports.md"]));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(output, "Vonage.Reports.md")), Is.EqualTo("The first version.\n"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(output, "Vonage.Pricing.md")), Does.Match(@"^Added:\n- CountryPricing\.CountryDisplayName\b.*\n\nRemoved:\n- CountryPricing\.CountryTitle\b.*\n$"));
    }
}
