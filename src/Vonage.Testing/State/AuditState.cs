using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Audit API: what requests to other APIs changed, and the events that a test added.</summary>
internal sealed class AuditState : ApiState
{
    private const int StandardSize = 30;
    private readonly SharedState _shared;

    public AuditState(SharedState shared) : base("audit")
    {
        _shared = shared;
        On("listEvents", List);
        On("listEventTypes", exchange => exchange.SuccessWith(new JsonObject
        {
            ["eventTypes"] = new JsonArray([.. AuditLog.Types.Select(type => new JsonObject { ["type"] = type.Key, ["description"] = type.Value })]),
        }));
        On("getEvent", exchange => shared.Audit.Events.Find(exchange.Path["event_id"]) is { } found
            ? exchange.SuccessWith(found)
            : exchange.Error(404, $"Event with provided id: {exchange.Path["event_id"]} was not found"));
    }

    private ExchangeResponse List(Exchange exchange)
    {
        var (size, page) = (Number("size", StandardSize), Math.Max(1, Number("page", 1)));
        var (start, end) = (Time("date_from") ?? DateTimeOffset.MinValue, Time("date_to") ?? DateTimeOffset.MaxValue);
        var type = exchange.Query("event_type");
        var text = exchange.Query("search_text") ?? string.Empty;
        var fitting = _shared.Audit.Events.All
            .Where(entry => (type ?? ResourceList.Text(entry, "event_type")) == ResourceList.Text(entry, "event_type"))
            .Where(entry => Created(entry) is var created && created >= start && created <= end)
            .Where(entry => entry.ToJsonString().Contains(text, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var pages = Math.Max(1, (fitting.Count + size - 1) / size);
        var links = new JsonObject { ["self"] = Link(page), ["last"] = Link(pages) };
        if (page < pages)
            links["next"] = Link(page + 1);
        return exchange.SuccessWith(new JsonObject
        {
            ["_embedded"] = new JsonObject { ["events"] = new JsonArray([.. fitting.Skip((page - 1) * size).Take(size).Select(entry => entry.DeepClone())]) },
            ["_links"] = links,
            ["page"] = new JsonObject { ["size"] = size, ["totalElements"] = fitting.Count, ["totalPages"] = pages, ["number"] = page },
        });

        int Number(string parameter, int standard) => int.TryParse(exchange.Query(parameter), CultureInfo.InvariantCulture, out var number) ? number : standard;

        DateTimeOffset? Time(string parameter) =>
            DateTimeOffset.TryParse(exchange.Query(parameter), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

        JsonObject Link(int number) => new() { ["href"] = $"{exchange.Request.Path}?page={number}&size={size}" };
    }

    private static DateTimeOffset Created(JsonObject entry) => DateTimeOffset.Parse(ResourceList.Text(entry, "created_at")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
