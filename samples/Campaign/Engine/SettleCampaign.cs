using Campaign.Sending;
using Campaign.Settling;
using Campaign.Store;
using Wolverine;

namespace Campaign.Engine;

/// <summary>A campaign has messages of which nobody knows whether they were sent: ask.</summary>
/// <param name="Attempt">1 at first.</param>
/// <param name="Since">The first moment at which these became unknown.</param>
/// <param name="Until">The last one: others have a command of their own.</param>
public sealed record SettleCampaign(string Campaign, int Attempt, DateTimeOffset Since, DateTimeOffset Until);

/// <summary>Asks the Reports API, and again later: its records may lag.</summary>
public static class SettleCampaignHandler
{
    // Durable: whoever is there then carries on. What the last one leaves is listed for a person.
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    // A worker of any account may get it, and only one of the campaign's can ask. If there is none for so long, what is unknown is listed for a person.
    private static readonly TimeSpan UntilAnotherWorker = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static async Task Handle(SettleCampaign command, Campaigns campaigns, SendingOptions options, ReportSettler settler, IMessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(campaigns);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(settler);
        ArgumentNullException.ThrowIfNull(context);
        if (await campaigns.FindAsync(command.Campaign, cancellationToken) is not { } campaign)
            return;
        if (campaign.Settings.Account != options.Account)
        {
            if (DateTimeOffset.UtcNow < command.Until + LongestWait)
                await context.ScheduleAsync(command, UntilAnotherWorker);
            return;
        }

        if (await settler.SettleAsync(command.Campaign, command.Since, command.Until, cancellationToken) > 0 && command.Attempt <= Waits.Length)
            await context.ScheduleAsync(command with { Attempt = command.Attempt + 1 }, Waits[command.Attempt - 1]);
    }
}
