using System.Text.RegularExpressions;

namespace Vonage.Docs.Tests;

/// <summary>docs/configuration.md names each regional server of the specifications.</summary>
public partial class RegionTests
{
    private static readonly Dictionary<string, string> Regions = new(StringComparer.Ordinal) { ["us"] = nameof(VonageRegion.UnitedStates), ["eu"] = nameof(VonageRegion.Europe), ["ap"] = nameof(VonageRegion.AsiaPacific) };

    public static IEnumerable<TestCaseData> Servers() =>
        from file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Find(), "specs"), "*.yaml")
        from Match server in RegionalServer().Matches(File.ReadAllText(file))
        select new TestCaseData(Path.GetFileNameWithoutExtension(file), server.Groups["region"].Value, server.Groups["host"].Value);

    [TestCaseSource(nameof(Servers))]
    public void A_regional_server_is_in_the_table(string spec, string region, string host)
    {
        var rows = File.ReadAllLines(Path.Combine(RepositoryFolder.Find(), "docs", "configuration.md")).Where(line => line.StartsWith($"| `{Regions[region]}` |", StringComparison.Ordinal)).ToList();

        Assert.That(rows, Has.One.Items, spec);
        Assert.That(rows[0], Does.Contain($"`{host}`"), spec);
    }

    [GeneratedRegex(@"- url: https://(?<host>\S+)\n +description: .*\n +x-region: (?<region>\w+)")]
    private static partial Regex RegionalServer();
}
