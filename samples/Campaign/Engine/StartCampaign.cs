using Campaign.Store;

namespace Campaign.Engine;

/// <summary>A campaign is loaded, or goes on: begin to send.</summary>
public sealed record StartCampaign(string Campaign);

/// <summary>Tells the workers. They would find out by themselves; so it happens at once.</summary>
public static class StartCampaignHandler
{
    public static async Task<IEnumerable<object>> Handle(StartCampaign command, Campaigns campaigns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(campaigns);
        var campaign = await campaigns.FindAsync(command.Campaign, cancellationToken);
        return campaign is { State: CampaignState.Running } ? campaign.Settings.Senders.Select(sender => new PumpSender(campaign.Id, sender)) : [];
    }
}
