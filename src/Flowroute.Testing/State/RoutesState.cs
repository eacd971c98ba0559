using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Flowroute.Testing.State;

/// <summary>The Routes API: created routes, and the one that every account has.</summary>
internal sealed class RoutesState : ApiState
{
    private readonly List<JsonObject> _routes = [Route("0", new JsonObject { ["alias"] = "sip-reg", ["route_type"] = "sip-reg", ["value"] = null })];
    private int _lastId = 98395;

    public RoutesState() : base("routes")
    {
        On("list", exchange => JsonApiList.Answer(exchange, [.. _routes.Where(route => exchange.Query("route_type") is not { } type || Text(route, "route_type") == type)]));
        On("create", Create);
        On("update", exchange => OfRoute(exchange, route => Update(exchange, route)));
        On("delete", exchange => OfRoute(exchange, route => Delete(exchange, route)));
    }

    private ExchangeResponse Create(Exchange exchange)
    {
        var fields = Fields(exchange);
        if (_routes.Exists(route => Text(route, "alias") == fields["alias"]!.ToString()))
            return exchange.Refuse("data.attributes.alias", "is already in use");
        var created = Route((++_lastId).ToString(CultureInfo.InvariantCulture), new JsonObject
        {
            ["alias"] = fields["alias"]!.DeepClone(),
            ["route_type"] = fields["route_type"]!.DeepClone(),
            ["value"] = fields["value"]!.DeepClone(),
        });
        _routes.Add(created);
        return JsonApiList.Document(exchange, created);
    }

    private static ExchangeResponse Update(Exchange exchange, JsonObject route)
    {
        foreach (var (name, value) in Fields(exchange).Where(field => field.Key is "alias" or "route_type" or "value"))
            route["attributes"]![name] = value?.DeepClone();
        return JsonApiList.Document(exchange, route);
    }

    private ExchangeResponse Delete(Exchange exchange, JsonObject route)
    {
        _routes.Remove(route);
        return exchange.Success();
    }

    private ExchangeResponse OfRoute(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) =>
        _routes.Find(route => route["id"]!.ToString() == exchange.Path["id"]) is { } found ? handler(found) : exchange.Error(404);

    private static JsonObject Fields(Exchange exchange) => exchange.Body["data"]!["attributes"]!.AsObject();

    private static string? Text(JsonObject route, string field) => route["attributes"]![field]?.ToString();

    private static JsonObject Route(string id, JsonObject attributes) => new()
    {
        ["id"] = id,
        ["type"] = "route",
        ["attributes"] = attributes,
        ["links"] = new JsonObject { ["self"] = $"https://api.flowroute.com/v2/routes/{id}" },
    };
}
