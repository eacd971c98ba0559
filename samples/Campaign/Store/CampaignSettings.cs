using System.Text.Json;
using Campaign.Planning;

namespace Campaign.Store;

/// <summary>What a campaign keeps to. It is stored with it: every worker reads the same.</summary>
public sealed record CampaignSettings
{
    /// <summary>The account of campaigns that were begun without credentials.</summary>
    internal const string Simulator = "simulator";

    /// <summary>The text, with the names of columns in braces.</summary>
    public required string Template { get; init; }

    /// <summary>The senders. A recipient always has the same one.</summary>
    public required IReadOnlyList<string> Senders { get; init; }

    /// <summary>The account that it was begun with: workers of another one leave it alone.</summary>
    public string Account { get; init; } = Simulator;

    /// <summary>The segments per second of the account.</summary>
    public double AccountRate { get; init; } = 30;

    /// <summary>The segments per second of each sender; 0 for what the account has, or 1 for a long number of the US.</summary>
    public double SenderRate { get; init; }

    /// <summary>When the day of a recipient begins; equal to <see cref="QuietFrom"/> for no quiet hours.</summary>
    public TimeOnly QuietUntil { get; init; } = new(8, 0);

    /// <summary>When it ends.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>The most messages to one number in <see cref="CapDays"/>, over all campaigns; 0 for no limit.</summary>
    public int Cap { get; init; }

    public int CapDays { get; init; } = 7;

    /// <summary>The expected price of a segment; 0 if it is not known.</summary>
    public decimal SegmentPrice { get; init; }

    /// <summary>The most that one message may cost; 0 for no limit.</summary>
    public decimal MaxPrice { get; init; }

    /// <summary>The most that the campaign may cost; 0 for no limit. A campaign that reaches it is paused.</summary>
    public decimal Budget { get; init; }

    internal QuietHours Hours => new(QuietUntil, QuietFrom);

    internal static CampaignSettings Read(string stored) => JsonSerializer.Deserialize<CampaignSettings>(stored)!;

    internal double RateOf(string sender) => SenderRate > 0 ? SenderRate : sender.Length == 11 && sender[0] == '1' && sender.All(char.IsAsciiDigit) ? 1 : AccountRate;

    internal string SenderOf(string number) => Senders[(int)(ulong.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % (ulong)Senders.Count)];

    internal bool IsTooExpensive(long parts) => MaxPrice > 0 && SegmentPrice * parts > MaxPrice;

    /// <summary>What a message costs, in millionths, rounded up: a sum of them is never less than what is paid.</summary>
    internal long PriceOf(long parts) => (long)decimal.Ceiling(SegmentPrice * parts * 1_000_000);
}
