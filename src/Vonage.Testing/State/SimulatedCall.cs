using System.Globalization;
using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>A call that somebody has made through the simulator.</summary>
internal sealed class SimulatedCall(JsonObject to, JsonObject from, DateTimeOffset startedAt)
{
    private const decimal Rate = 0.39m;
    private DateTimeOffset? _endedAt;

    public string Uuid { get; } = Guid.NewGuid().ToString();

    public JsonObject To { get; } = to;

    public JsonObject From { get; } = from;

    public string ConversationUuid { get; } = $"CON-{Guid.NewGuid()}";

    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>Whoever is called here picks up at once.</summary>
    public string Status { get; set; } = "answered";

    public bool IsOver => _endedAt is not null;

    /// <summary>Ends the call; the price is what it cost.</summary>
    public decimal End(DateTimeOffset now)
    {
        (_endedAt, Status) = (now, "completed");
        return Price;
    }

    private decimal Seconds => (decimal)Math.Ceiling(((_endedAt ?? StartedAt) - StartedAt).TotalSeconds);

    private decimal Price => Math.Round(Seconds * Rate / 60, 4);

    public JsonObject Describe()
    {
        var call = new JsonObject
        {
            ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"/calls/{Uuid}" } },
            ["uuid"] = Uuid,
            ["conversation_uuid"] = ConversationUuid,
            ["to"] = To.DeepClone(),
            ["from"] = From.DeepClone(),
            ["status"] = Status,
            ["direction"] = "outbound",
        };
        if (_endedAt is { } endedAt)
        {
            call["rate"] = Text(Rate);
            call["price"] = Text(Price);
            call["duration"] = Text(Seconds);
            call["start_time"] = Text(StartedAt);
            call["end_time"] = Text(endedAt);
            call["network"] = "65512";
        }
        return call;
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
