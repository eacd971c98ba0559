namespace Vonage.Surface.Tests;

/// <summary>The table of types in docs/upgrading.md leads to types that exist.</summary>
internal sealed class UpgradeTests
{
    [Test]
    public void Every_new_type_exists_and_no_old_one_does()
    {
        var types = Surface.Types.Select(type => type.FullName!.Split('`')[0]).ToHashSet();
        var rows = Rows().ToList();
        var gone = rows.Select(row => row.Old).Except(rows.Select(row => row.New));

        Assert.That(rows, Has.Count.GreaterThan(100));
        Assert.That(rows.Select(row => row.New).Except(types), Is.Empty, "does not exist");
        Assert.That(gone.Intersect(types), Is.Empty, "still exists");
    }

    private static IEnumerable<(string Old, string New)> Rows()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "docs", "upgrading.md"));
        var table = text[text.IndexOf("| namespace | old | new |", StringComparison.Ordinal)..text.IndexOf("Moved, with", StringComparison.Ordinal)];
        foreach (var line in table.Split('\n').Skip(2).Where(line => line.StartsWith('|')))
        {
            var cells = line.Split('|').Select(cell => cell.Trim(' ', '`')).ToList();
            yield return (cells[1] + "." + cells[2], cells[3].Contains('.', StringComparison.Ordinal) ? cells[3] : cells[1] + "." + cells[3]);
        }
    }
}
