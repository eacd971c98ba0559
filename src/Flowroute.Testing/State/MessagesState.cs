using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Flowroute.Testing.State;

/// <summary>The Messages API: records of sent messages.</summary>
internal sealed class MessagesState : ApiState
{
    private readonly TimeProvider _clock;
    private readonly List<(DateTimeOffset Time, JsonObject Record)> _records = [];

    public MessagesState(TimeProvider clock) : base("messages")
    {
        _clock = clock;
        On("send", Send);
        On("get", exchange => _records.Find(one => one.Record["id"]!.ToString() == exchange.Path["id"]).Record is { } record
            ? JsonApiList.Document(exchange, record)
            : exchange.Error(404));
        On("list", List);
    }

    /// <summary>Describes a message that was sent.</summary>
    public static ShownMessage Show(string id, Exchange exchange)
    {
        var fields = Fields(exchange);
        return new ShownMessage
        {
            Id = id,
            Api = "flowroute-messages",
            Channel = IsMms(fields) ? "mms" : "sms",
            From = fields["from"]?.ToString() ?? "",
            To = fields["to"]?.ToString() ?? "",
            Text = fields["body"]?.ToString() ?? "",
            Media = [.. Media(fields).Select(url => url!.ToString())],
            Status = "delivered",
        };
    }

    private ExchangeResponse Send(Exchange exchange)
    {
        var fields = Fields(exchange);
        if (string.IsNullOrEmpty(fields["body"]?.ToString()) && Media(fields).Count == 0)
            return exchange.Refuse("body", "is required");
        var id = $"mdr2-{Guid.NewGuid():N}";
        _records.Add((_clock.GetUtcNow(), Record(id, fields, IsMms(fields))));
        return JsonApiList.Document(exchange, new JsonObject
        {
            ["id"] = id,
            ["type"] = "message",
            ["links"] = new JsonObject { ["self"] = $"https://{exchange.Host}/v2.1/messages/{id}" },
        });
    }

    private static JsonObject Fields(Exchange exchange) => exchange.Body["data"]?["attributes"] as JsonObject ?? exchange.Body;

    private static JsonArray Media(JsonObject fields) => fields["media_urls"] as JsonArray ?? [];

    private static bool IsMms(JsonObject fields) => Media(fields).Count > 0 || fields["is_mms"]?.ToString() == "true";

    private JsonObject Record(string id, JsonObject fields, bool isMms) => new()
    {
        ["id"] = id,
        ["type"] = "message",
        ["attributes"] = new JsonObject
        {
            ["amount_display"] = isMms ? "$0.0095" : "$0.0040",
            ["amount_nanodollars"] = isMms ? 9500000 : 4000000,
            ["body"] = fields["body"]?.ToString() ?? "",
            ["direction"] = "outbound",
            ["from"] = fields["from"]!.ToString(),
            ["to"] = fields["to"]!.ToString(),
            ["is_mms"] = isMms,
            ["message_encoding"] = 0,
            ["message_type"] = "longcode",
            ["status"] = "delivered",
            ["timestamp"] = _clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["delivery_receipts"] = new JsonArray(),
        },
    };

    private ExchangeResponse List(Exchange exchange)
    {
        var (start, end) = (Time("start_date") ?? DateTimeOffset.MinValue, Time("end_date") ?? DateTimeOffset.MaxValue);
        return JsonApiList.Answer(exchange, [.. _records.Where(one => one.Time >= start && one.Time <= end).Select(one => one.Record)]);

        DateTimeOffset? Time(string name) =>
            DateTimeOffset.TryParse(exchange.Query(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
