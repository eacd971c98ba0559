using System.Globalization;
using System.Text;
using Campaign.Store;

namespace Campaign.Tests.Support;

/// <summary>A folder of its own, with a list, and what the rows of a store say.</summary>
internal sealed class CampaignFolder : IDisposable
{
    public CampaignFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "campaign-" + Guid.NewGuid().ToString("N"));

    public string Store => System.IO.Path.Combine(Path, "campaign.db");

    /// <summary>Numbers of the range that is for drama.</summary>
    public static string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"4477{i + 1:00000000}");

    public string WriteList(int recipients)
    {
        var text = new StringBuilder("number,name\n");
        for (var i = 0; i < recipients; i++)
            text.Append(CultureInfo.InvariantCulture, $"{Number(i)},Person {i}\n");
        return Write(text.ToString());
    }

    public string Write(string text)
    {
        var list = System.IO.Path.Combine(Path, "list.csv");
        File.WriteAllText(list, text);
        return list;
    }

    public static Task<List<(string? Number, string State, string? Reference, string? Detail)>> ReadAsync(Database database, string campaign) => database.DoAsync(work => work.ListAsync(
        "SELECT number, state, reference, detail FROM recipients WHERE campaign = @campaign ORDER BY line",
        row => (row.IsDBNull(0) ? null : row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)), default, ("campaign", campaign)), default);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
