using System.Security.Cryptography;
using Campaign.Planning;
using Campaign.Store;

namespace Campaign.Loading;

/// <summary>Brings a list into the store, a batch of lines at a time, however long it is. What is interrupted goes on with the next line.</summary>
internal sealed class Loader(Recipients recipients, RowPlanner planner)
{
    private const int BatchSize = 2000;

    /// <summary>Identifies the content of a list: a campaign goes on only with the same.</summary>
    public static async Task<string> FingerprintAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <summary>Reads the first lines of a list, without bringing anything into the store.</summary>
    /// <exception cref="FormatException">The list has not the columns that the message needs.</exception>
    public static async Task CheckAsync(string path, MessageTemplate template, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path);
        await using var rows = CsvRecipients.ReadAsync(reader, template.Fields, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await rows.MoveNextAsync();
    }

    /// <param name="isBad">Told of each line that is no recipient, and why.</param>
    /// <param name="isLoaded">Told how many lines have their rows.</param>
    public async Task LoadAsync(StoredCampaign campaign, string path, Action<long, string> isBad, Action<long> isLoaded, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path);
        var loaded = campaign.Loaded;
        var batch = new List<NewRecipient>(BatchSize);
        await foreach (var row in CsvRecipients.ReadAsync(reader, planner.Fields, cancellationToken))
        {
            if (row.Line <= campaign.Loaded)
                continue;
            if (row is BadRow bad)
                isBad(bad.Line, bad.Reason);
            batch.Add(planner.Row(row));
            if (batch.Count == BatchSize)
                loaded = await AddAsync(campaign.Id, batch, loaded, isLoaded, cancellationToken);
        }

        if (batch.Count > 0)
            await AddAsync(campaign.Id, batch, loaded, isLoaded, cancellationToken);
    }

    private async Task<long> AddAsync(string campaign, List<NewRecipient> batch, long loaded, Action<long> isLoaded, CancellationToken cancellationToken)
    {
        var last = batch[^1].Line;
        await recipients.AddAsync(campaign, batch, loaded, last, cancellationToken);
        batch.Clear();
        isLoaded(last);
        return last;
    }
}
