using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Flowroute.Testing.State;

/// <summary>A JSON:API list: pages with <c>limit</c> and <c>offset</c>, each with a link to the next.</summary>
internal static class JsonApiList
{
    private const int DefaultLimit = 10;

    public static ExchangeResponse Answer(Exchange exchange, IReadOnlyList<JsonObject> items)
    {
        var (limit, offset) = (Number("limit", DefaultLimit), Number("offset", 0));
        var links = new JsonObject { ["self"] = Link(offset) };
        if (offset + limit < items.Count)
            links["next"] = Link(offset + limit);
        var reply = exchange.Success();
        reply.Json = new JsonObject { ["data"] = new JsonArray([.. items.Skip(offset).Take(limit).Select(item => item.DeepClone())]), ["links"] = links };
        return reply;

        int Number(string name, int standard) => int.TryParse(exchange.Query(name), CultureInfo.InvariantCulture, out var number) ? number : standard;

        string Link(int start)
        {
            var filters = exchange.Request.Query.Where(parameter => parameter.Key is not ("limit" or "offset"))
                .Select(parameter => $"&{parameter.Key}={Uri.EscapeDataString(parameter.Value.ToString())}");
            return $"https://{exchange.Host}{exchange.Request.Path}?limit={limit}&offset={start}{string.Concat(filters)}";
        }
    }

    /// <summary>A document with one resource.</summary>
    public static ExchangeResponse Document(Exchange exchange, JsonObject data) => exchange.SuccessWith(new JsonObject { ["data"] = data.DeepClone() });
}
