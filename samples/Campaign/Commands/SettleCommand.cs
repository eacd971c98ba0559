using System.CommandLine;
using Campaign.Store;

namespace Campaign.Commands;

/// <summary>A person says what became of a message, or that it may be sent again.</summary>
internal static class SettleCommand
{
    private static readonly Argument<string> Number = new("number") { Description = "The recipient's number." };
    private static readonly Option<bool> WasSent = new("--sent") { Description = "The message was sent." };
    private static readonly Option<bool> Again = new("--again") { Description = "The message was not sent, and is to be sent again." };

    public static Command Create()
    {
        var command = new Command("settle", "Settles a recipient that is unknown.") { CommonOptions.Campaign, Number, WasSent, Again, CommonOptions.Store };
        command.SetAction(CommonOptions.Guard(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(WasSent) == arguments.GetValue(Again))
                throw new CampaignException("Say either --sent or --again.");
            var database = await CommonOptions.OpenAsync(arguments, cancellationToken);
            var campaign = await CommonOptions.FindAsync(new Campaigns(database, TimeProvider.System), arguments.GetValue(CommonOptions.Campaign)!, cancellationToken);
            return await new Recipients(database, TimeProvider.System).SettleAsync(campaign.Id, CommonOptions.ReadNumber(arguments.GetValue(Number)!), arguments.GetValue(WasSent), cancellationToken)
                ? 0
                : throw new CampaignException("This number is not unknown in this campaign.");
        }));
        return command;
    }
}
