using System.Text.Json.Serialization;

namespace Campaign.Planning;

/// <summary>What a campaign will do.</summary>
internal sealed record PlanSummary
{
    /// <summary>The rows of the list.</summary>
    public required long Recipients { get; init; }

    /// <summary>The recipients who are sent to.</summary>
    public required long Messages { get; init; }

    public required long Segments { get; init; }

    public required string Currency { get; init; }

    /// <summary>What the messages cost, without those whose price is not known.</summary>
    public required decimal Price { get; init; }

    /// <summary>The messages whose price is not known.</summary>
    public required long WithoutPrice { get; init; }

    public required double SegmentsPerSecond { get; init; }

    /// <summary>When the last message is sent; null if none is.</summary>
    public required DateTimeOffset? FinishesAt { get; init; }

    /// <summary>The recipients whose turn does not come before the campaign ends, nearly.</summary>
    public required long NotReached { get; init; }

    public required IReadOnlyList<StateCount> States { get; init; }

    public required IReadOnlyList<EncodingCount> Encodings { get; init; }

    public required IReadOnlyList<CountryCost> Countries { get; init; }

    public required IReadOnlyList<ZoneTimes> Zones { get; init; }
}

/// <summary>How many rows begin in a state, for one reason.</summary>
internal sealed record StateCount(string State, string? Reason, long Recipients);

/// <summary>How many messages are sent in an encoding.</summary>
internal sealed record EncodingCount(string Encoding, long Messages, long Segments);

/// <summary>What the messages to a country cost; null if the price is not known for some of them.</summary>
internal sealed record CountryCost(string? Country, long Messages, long Segments, decimal? Price);

/// <summary>When recipients of a time zone, or of one of several, are sent to; null if their turn does not come.</summary>
internal sealed record ZoneTimes(IReadOnlyList<string> Zones, long Messages, long Segments, DateTimeOffset? FirstSend, DateTimeOffset? LastSend);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(PlanSummary))]
internal sealed partial class PlanJson : JsonSerializerContext;
