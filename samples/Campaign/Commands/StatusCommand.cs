using System.CommandLine;
using System.Globalization;
using Campaign.Store;
using Spectre.Console;

namespace Campaign.Commands;

/// <summary>Says how far campaigns are, and lists rows with their reasons.</summary>
internal static class StatusCommand
{
    private static readonly Argument<string?> Name = new("campaign") { Description = "The name of the campaign. Without it, all are shown.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> List = new("--list") { Description = "Lists the lines in a state, such as unknown or invalid, with the reason." };
    private static readonly Option<int> Limit = new("--limit") { Description = "The most lines to list.", DefaultValueFactory = _ => 1000 };

    public static Command Create()
    {
        List.AcceptOnlyFromAmong([.. RecipientState.All]);
        var command = new Command("status", "Counts the recipients of campaigns by state.") { Name, List, Limit, CommonOptions.Store };
        command.SetAction(CommonOptions.Guard(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var database = await CommonOptions.OpenAsync(arguments, cancellationToken);
        var campaigns = new Campaigns(database, TimeProvider.System);
        var chosen = arguments.GetValue(Name) is { } name ? [await CommonOptions.FindAsync(campaigns, name, cancellationToken)] : await campaigns.ListAsync(cancellationToken);
        if (arguments.GetValue(List) is { } state)
        {
            if (arguments.GetValue(Limit) is not (> 0 and var limit))
                throw new CampaignException("--limit must be at least 1.");
            foreach (var campaign in chosen)
                foreach (var (line, _, detail) in await new Recipients(database, TimeProvider.System).ListAsync(campaign.Id, state, limit, cancellationToken))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{campaign.Id}, line {line}: {detail}"));
            return 0;
        }

        foreach (var campaign in chosen)
        {
            var counts = await campaigns.CountAsync(campaign.Id, cancellationToken);
            var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(Title(campaign, counts))).AddColumns("State", "Recipients");
            foreach (var (key, count) in counts.ByState.OrderByDescending(pair => pair.Value))
                table.AddRow(Markup.Escape(key), count.ToString("N0", CultureInfo.InvariantCulture));
            AnsiConsole.Write(table);
        }

        return 0;
    }

    // Finished is what the rows say, not what somebody has stored.
    private static string Title(StoredCampaign campaign, Counts counts) =>
        $"{campaign.Id}: {(campaign.State == CampaignState.Running && counts.Open == 0 ? "finished" : campaign.State)}{(campaign.Reason is null ? "" : $" ({campaign.Reason})")}";
}
