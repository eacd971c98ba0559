using System.Text.Json.Nodes;
using Campaign.Tests.Support;

namespace Campaign.Tests.Planning;

internal sealed class DryRunTests
{
    [Test]
    public async Task As_JSON_a_dry_run_is_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "list.csv"), "number,name\n447400123456,Ann\nabc,Bob\n");
            var (code, output, error) = await CampaignProcess.RunAsync(null, folder, "send", "list.csv", "--template", "Hello {name}", "--dry-run", "--json");
            Assert.That((code, error), Is.EqualTo((0, "")));
            var plan = JsonNode.Parse(output)!;
            Assert.That(((int)plan["recipients"]!, (int)plan["messages"]!, (string?)plan["countries"]![0]!["country"]), Is.EqualTo((2, 1, "GB")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
