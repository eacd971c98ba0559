using System.CommandLine;
using Campaign.Store;

namespace Campaign.Commands;

/// <summary>Holds, continues and ends campaigns. Workers see it in the transaction in which they would send next.</summary>
internal static class ControlCommands
{
    private static readonly Option<decimal?> Budget = new("--budget") { Description = "The most that the campaign may cost from now on, if it has used up its budget. To repeat its command send, give it the same." };

    public static Command Pause() => Create("pause", "Holds a campaign. What is on its way still arrives.", (campaigns, name, _, cancellationToken) => campaigns.PauseAsync(name, "paused by a person.", cancellationToken));

    public static Command Resume()
    {
        var command = Create("resume", "Lets a campaign go on that was paused.", (campaigns, name, arguments, cancellationToken) => CommonOptions.ReadPrice(arguments, Budget) is { } budget
            ? campaigns.ResumeAsync(name, budget, cancellationToken)
            : campaigns.ResumeAsync(name, cancellationToken));
        command.Options.Add(Budget);
        return command;
    }

    public static Command Cancel() => Create("cancel", "Ends a campaign for good. Who waits is not sent to.", (campaigns, name, _, cancellationToken) => campaigns.CancelAsync(name, cancellationToken));

    private static Command Create(string verb, string description, Func<Campaigns, string, ParseResult, CancellationToken, Task<bool>> act)
    {
        var command = new Command(verb, description) { CommonOptions.Campaign, CommonOptions.Store };
        command.SetAction(CommonOptions.Guard(async (arguments, cancellationToken) =>
        {
            var campaigns = new Campaigns(await CommonOptions.OpenAsync(arguments, cancellationToken), TimeProvider.System);
            var campaign = await CommonOptions.FindAsync(campaigns, arguments.GetValue(CommonOptions.Campaign)!, cancellationToken);
            return await act(campaigns, campaign.Id, arguments, cancellationToken) ? 0 : throw new CampaignException($"The campaign {campaign.Id} is {campaign.State}: {verb} does not apply.");
        }));
        return command;
    }
}
