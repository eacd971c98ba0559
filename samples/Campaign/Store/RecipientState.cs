namespace Campaign.Store;

/// <summary>
/// What is known of a recipient. <see cref="Waiting"/> and <see cref="Sending"/> are open: a campaign is finished when no row is in either. Only a row in
/// <see cref="Waiting"/> is ever sent.
/// </summary>
internal static class RecipientState
{
    public const string Waiting = "waiting";

    /// <summary>Committed before the request, and replaced after it.</summary>
    public const string Sending = "sending";
    public const string Sent = "sent";
    public const string Refused = "refused";

    /// <summary>The request may have arrived. Never sent again by itself.</summary>
    public const string Unknown = "unknown";
    public const string Suppressed = "suppressed";
    public const string Duplicate = "duplicate";
    public const string Invalid = "invalid";
    public const string Expired = "expired";

    public static IReadOnlyList<string> All { get; } = [Waiting, Sending, Sent, Refused, Unknown, Suppressed, Duplicate, Invalid, Expired];
}

/// <summary>What a campaign may do.</summary>
internal static class CampaignState
{
    public const string Loading = "loading";
    public const string Running = "running";
    public const string Paused = "paused";
    public const string Cancelled = "cancelled";
}
