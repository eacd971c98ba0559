using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Flowroute.Testing.State;

/// <summary>The E911 API: created addresses, and the one that every account has.</summary>
internal sealed class E911State : ApiState
{
    private readonly List<JsonObject> _addresses =
    [
        Address("21845", new JsonObject
        {
            ["label"] = "Office Space III",
            ["first_name"] = "Albus",
            ["last_name"] = "Rasputin, Jr.",
            ["street_number"] = "666",
            ["street_name"] = "Main St",
            ["address_type"] = "Suite",
            ["address_type_number"] = "333",
            ["city"] = "Seattle",
            ["state"] = "WA",
            ["country"] = "US",
            ["zip"] = "98101",
        }),
    ];

    private int _lastId = 21845;

    public E911State() : base("e911")
    {
        On("list", exchange => JsonApiList.Answer(exchange, [.. _addresses.Where(address => exchange.Query("state") is not { } state || address["attributes"]!["state"]?.ToString() == state)]));
        On("create", Create);
        On("get", exchange => OfAddress(exchange, address => JsonApiList.Document(exchange, address)));
        On("update", exchange => OfAddress(exchange, address => Update(exchange, address)));
        On("delete", exchange => OfAddress(exchange, address => Delete(exchange, address)));
    }

    private ExchangeResponse Create(Exchange exchange)
    {
        var created = Address((++_lastId).ToString(CultureInfo.InvariantCulture), Fields(exchange).DeepClone().AsObject());
        _addresses.Add(created);
        return JsonApiList.Document(exchange, created);
    }

    private static ExchangeResponse Update(Exchange exchange, JsonObject address)
    {
        foreach (var (name, value) in Fields(exchange))
            address["attributes"]![name] = value?.DeepClone();
        return JsonApiList.Document(exchange, address);
    }

    private ExchangeResponse Delete(Exchange exchange, JsonObject address)
    {
        _addresses.Remove(address);
        return exchange.Success();
    }

    private ExchangeResponse OfAddress(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) =>
        _addresses.Find(address => address["id"]!.ToString() == exchange.Path["e911_id"]) is { } found ? handler(found) : exchange.Error(404);

    private static JsonObject Fields(Exchange exchange) => exchange.Body["data"]!["attributes"]!.AsObject();

    private static JsonObject Address(string id, JsonObject attributes) => new()
    {
        ["id"] = id,
        ["type"] = "e911",
        ["attributes"] = attributes,
        ["links"] = new JsonObject { ["self"] = $"https://api.flowroute.com/v2/e911s/{id}" },
    };
}
