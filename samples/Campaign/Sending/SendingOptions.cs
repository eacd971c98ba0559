using Campaign.Store;

namespace Campaign.Sending;

/// <summary>How a worker works.</summary>
public sealed record SendingOptions
{
    /// <summary>The API key, or <see cref="CampaignSettings.Simulator"/>. Only campaigns that were begun with it are sent.</summary>
    public string Account { get; init; } = CampaignSettings.Simulator;

    /// <summary>The most messages that this process sends at once. If it is killed, no more than these are unknown.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>How long a call may take. A worker whose call takes longer does not know what became of it.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a row is its worker's: longer than a call, and as long as it takes until others see that it has died.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a worker may take to stop: it waits for the calls that have begun, and records them.</summary>
    public TimeSpan Shutdown => CallTimeout + TimeSpan.FromSeconds(10);

    /// <summary>How often a worker looks for campaigns and for rows of the dead, if nobody wakes it.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);
}
