using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>Lists resources by cursor, as the Users API and the Conversation API do.</summary>
internal static class CursorPage
{
    private const int StandardSize = 10;

    /// <summary>Makes a page of resources, which are listed oldest first unless the request specifies another order.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="resources">All resources, oldest first.</param>
    /// <param name="embed">Makes the content of the page from its resources.</param>
    public static ExchangeResponse List(Exchange exchange, IEnumerable<JsonObject> resources, Func<JsonArray, JsonNode> embed)
    {
        var size = int.TryParse(exchange.Query("page_size"), CultureInfo.InvariantCulture, out var asked) ? asked : StandardSize;
        if (!TryReadCursor(exchange.Query("cursor"), out var start))
            return exchange.Refuse("cursor", "must come from a link in a previous response");
        List<JsonObject> list = [.. resources];
        if (exchange.Query("order") == "desc")
            list.Reverse();
        var links = new JsonObject { ["first"] = Link(null), ["self"] = Link(exchange.Query("cursor")) };
        if (start > 0)
            links["prev"] = Link(Cursor(Math.Max(0, start - size)));
        if (start + size < list.Count)
            links["next"] = Link(Cursor(start + size));
        return exchange.SuccessWith(new JsonObject
        {
            ["page_size"] = size,
            ["_embedded"] = embed(new JsonArray([.. list.Skip(start).Take(size).Select(resource => resource.DeepClone())])),
            ["_links"] = links,
        });

        JsonObject Link(string? cursor)
        {
            var query = exchange.Request.Query.Where(parameter => parameter.Key != "cursor")
                .Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value.ToString())}");
            var address = new UriBuilder(Uri.UriSchemeHttps, exchange.Host) { Path = exchange.Request.Path, Query = string.Join('&', cursor is null ? query : query.Append($"cursor={Uri.EscapeDataString(cursor)}")) };
            return new JsonObject { ["href"] = address.Uri.AbsoluteUri };
        }
    }

    // The cursor is opaque, so that clients cannot calculate one.
    public static string Cursor(int start) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"item:{start}"));

    public static bool TryReadCursor(string? cursor, out int start)
    {
        start = 0;
        if (cursor is null)
            return true;
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length).Split(':') is ["item", var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out start);
    }
}
