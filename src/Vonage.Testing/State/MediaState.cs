using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Media API: the files that a test added.</summary>
internal sealed class MediaState : ApiState
{
    private const int StandardSize = 20;
    private static readonly TimeSpan StandardPeriod = TimeSpan.FromDays(7);
    private readonly SharedState _shared;

    public MediaState(SharedState shared) : base("media")
    {
        _shared = shared;
        On("list", List);
        On("get", exchange => OfItem(exchange, exchange.SuccessWith));
        On("update", exchange => OfItem(exchange, item => Update(exchange, item)));
        On("delete", exchange => OfItem(exchange, item => Delete(exchange, item)));
        On("download", exchange => OfItem(exchange, Download));
    }

    private ExchangeResponse List(Exchange exchange)
    {
        var (size, index) = (Math.Max(1, Number("page_size", StandardSize)), Math.Max(0, Number("page_index", 0)));
        var (start, end) = (Time("start_time") ?? _shared.Now - StandardPeriod, Time("end_time") ?? DateTimeOffset.MaxValue);
        var fitting = _shared.Media.Items.All.Where(item => Created(item) is var created && created >= start && created <= end).ToList();
        if (exchange.Query("order") != "ascending")
            fitting.Reverse();
        return exchange.SuccessWith(new JsonObject
        {
            ["page_size"] = size,
            ["page_index"] = index,
            ["count"] = fitting.Count,
            ["_embedded"] = new JsonObject { ["media"] = new JsonArray([.. fitting.Skip(index * size).Take(size).Select(item => item.DeepClone())]) },
            ["_links"] = new JsonObject { ["self"] = Link(index), ["first"] = Link(0), ["last"] = Link(Math.Max(0, (fitting.Count - 1) / size)) },
        });

        int Number(string parameter, int standard) => int.TryParse(exchange.Query(parameter), CultureInfo.InvariantCulture, out var number) ? number : standard;

        DateTimeOffset? Time(string parameter) =>
            DateTimeOffset.TryParse(exchange.Query(parameter), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

        JsonObject Link(int page) => new() { ["href"] = $"{exchange.Request.Path}?page_size={size}&page_index={page}" };
    }

    private static DateTimeOffset Created(JsonObject item) => DateTimeOffset.Parse(ResourceList.Text(item, "time_created")!, CultureInfo.InvariantCulture);

    private ExchangeResponse Update(Exchange exchange, JsonObject item)
    {
        ResourceList.Change(item, exchange.Body);
        item["time_last_updated"] = _shared.Webhooks.Time();
        return exchange.Success();
    }

    private ExchangeResponse Delete(Exchange exchange, JsonObject item)
    {
        _shared.Media.Remove(item);
        return exchange.Success();
    }

    private ExchangeResponse Download(JsonObject item) => new(200) { ContentType = ResourceList.Text(item, "mime_type"), Content = _shared.Media.Download(item) };

    private ExchangeResponse OfItem(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) =>
        _shared.Media.Items.Find(exchange.Path["media_id"]) is { } item ? handler(item) : exchange.Error(404);
}
