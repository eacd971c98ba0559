using System.Globalization;
using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>The Voice API's data of a call, inbound or outbound.</summary>
internal sealed class CallRecord(JsonObject to, JsonObject from, string direction, DateTimeOffset startedAt, string? conversation = null)
{
    public const decimal Rate = 0.39m;
    public const string Network = "65512";

    private DateTimeOffset? _endedAt;

    public string Uuid { get; } = Guid.NewGuid().ToString();

    public JsonObject To { get; } = to;

    public JsonObject From { get; } = from;

    public string Direction { get; } = direction;

    public string ConversationUuid { get; set; } = conversation ?? NewConversation();

    public DateTimeOffset StartedAt { get; } = startedAt;

    public DateTimeOffset EndedAt => _endedAt ?? StartedAt;

    /// <summary>The called party answers immediately, unless an outcome specifies otherwise.</summary>
    public string Status { get; set; } = "answered";

    public bool IsOver => _endedAt is not null;

    public decimal Seconds => (decimal)Math.Ceiling((EndedAt - StartedAt).TotalSeconds);

    public decimal Price => Math.Round(Seconds * Rate / 60, 4);

    public static string NewConversation() => $"CON-{Guid.NewGuid()}";

    /// <summary>Gets the number, address or name of a party.</summary>
    public static string? NameOf(JsonObject party) => (party["number"] ?? party["uri"] ?? party["user"] ?? party["extension"])?.ToString();

    /// <summary>Ends the call and returns its price.</summary>
    public decimal End(DateTimeOffset now)
    {
        (_endedAt, Status) = (now, "completed");
        return Price;
    }

    /// <summary>Ends a call that was not answered. It costs nothing.</summary>
    public void Fail(string status) => (_endedAt, Status) = (StartedAt, status);

    public JsonObject Describe()
    {
        var call = new JsonObject
        {
            ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"https://api.nexmo.com/v1/calls/{Uuid}" } },
            ["uuid"] = Uuid,
            ["conversation_uuid"] = ConversationUuid,
            ["to"] = To.DeepClone(),
            ["from"] = From.DeepClone(),
            ["status"] = Status,
            ["direction"] = Direction,
        };
        if (IsOver)
        {
            call["rate"] = Text(Rate);
            call["price"] = Text(Price);
            call["duration"] = Text(Seconds);
            call["start_time"] = Times.Plain(StartedAt);
            call["end_time"] = Times.Plain(EndedAt);
            call["network"] = Network;
        }
        return call;
    }

    public static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
