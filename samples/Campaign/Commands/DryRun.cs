using Campaign.Loading;
using Campaign.Planning;
using Campaign.Store;
using Spectre.Console;

namespace Campaign.Commands;

/// <summary>Says what a campaign would do, by the planner that does it.</summary>
internal static class DryRun
{
    public static async Task<int> RunAsync(FileInfo list, MessageTemplate template, CampaignSettings settings, DateTimeOffset ends, string store, bool isJson, CancellationToken cancellationToken)
    {
        var suppressed = await ReadSuppressedAsync(store, cancellationToken);
        var plan = new CampaignPlan(Math.Min(settings.AccountRate, settings.Senders.Sum(settings.RateOf)), settings.Hours, ends);
        var planner = new RowPlanner(template, settings, ends, TimeProvider.System);
        var known = new HashSet<string>(StringComparer.Ordinal);
        using var reader = new StreamReader(list.FullName);
        await foreach (var row in CsvRecipients.ReadAsync(reader, planner.Fields, cancellationToken))
            plan.Add(planner.Plan(row, number => !known.Add(number), suppressed.Contains));
        if (isJson)
        {
            Console.WriteLine(plan.ToJson());
            return 0;
        }

        AnsiConsole.Write(plan.ToTables());
        AnsiConsole.WriteLine();
        return 0;
    }

    // Nothing is created for a dry run.
    private static async Task<HashSet<string>> ReadSuppressedAsync(string store, CancellationToken cancellationToken)
    {
        var database = Database.At(store);
        if (database is SqliteDatabase && !File.Exists(store))
            return [];
        await database.PrepareAsync(cancellationToken);
        return await new Suppressions(database, TimeProvider.System).ListAsync(cancellationToken);
    }
}
