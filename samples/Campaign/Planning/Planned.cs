using Vonage;

namespace Campaign.Planning;

/// <summary>What was decided about one row of the list.</summary>
/// <param name="Number">The digits of the number; null if the row has none.</param>
/// <param name="Country">The ISO 3166-1 code of its country; null if it is not known.</param>
/// <param name="State">The state that the row begins in, such as <c>waiting</c> or <c>suppressed</c>.</param>
/// <param name="Reason">Why it is not sent.</param>
internal sealed record Planned(string? Number, string? Country, string State, string? Reason = null)
{
    /// <summary>The message parts that are sent and charged.</summary>
    public int Segments { get; init; }

    public SmsEncoding Encoding { get; init; }

    /// <summary>What all parts cost; null if it is not known.</summary>
    public decimal? Price { get; init; }

    /// <summary>When it may be sent first; null if it is not sent.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The time zones in which the recipient may be.</summary>
    public IReadOnlyList<TimeZoneInfo> Zones { get; init; } = [];
}
