using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>A HAL page that a request selects by its number.</summary>
internal static class NumberedPage
{
    private const int StandardSize = 10;

    /// <param name="exchange">The request.</param>
    /// <param name="name">The name of the items in the page.</param>
    /// <param name="items">All items, in order.</param>
    /// <param name="host">The start of the links.</param>
    public static ExchangeResponse Answer(Exchange exchange, string name, IEnumerable<JsonNode> items, string host = "")
    {
        List<JsonNode> all = [.. exchange.Query("order") == "desc" ? items.Reverse() : items];
        var size = Math.Max(1, Number("page_size", StandardSize));
        var page = Math.Max(1, Number("page", 1));
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var links = new JsonObject { ["self"] = Link(page), ["first"] = Link(1), ["last"] = Link(pages) };
        if (page > 1)
            links["prev"] = Link(page - 1);
        if (page < pages)
            links["next"] = Link(page + 1);
        var reply = exchange.Success();
        reply.Json = new JsonObject
        {
            ["page_size"] = size,
            ["page"] = page,
            ["total_items"] = all.Count,
            ["total_pages"] = pages,
            ["_embedded"] = new JsonObject { [name] = new JsonArray([.. all.Skip((page - 1) * size).Take(size).Select(item => item.DeepClone())]) },
            ["_links"] = links,
        };
        return reply;

        int Number(string parameter, int standard) =>
            int.TryParse(exchange.Query(parameter), CultureInfo.InvariantCulture, out var number) ? number : standard;

        JsonObject Link(int number) => new() { ["href"] = $"{host}{exchange.Request.Path}?page_size={size}&page={number}" };
    }
}
