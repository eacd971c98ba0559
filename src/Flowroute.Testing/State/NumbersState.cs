using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Flowroute.Testing.State;

/// <summary>The Numbers API: purchased numbers. Any number can be purchased.</summary>
internal sealed class NumbersState : ApiState
{
    private readonly List<JsonObject> _numbers = [];

    public NumbersState() : base("numbers")
    {
        On("listOwned", List);
        On("purchase", Purchase);
        On("get", exchange => OfNumber(exchange, number => WithNumber(exchange, number)));
        On("update", exchange => OfNumber(exchange, number => Update(exchange, number)));
        On("release", exchange => OfNumber(exchange, number => Release(exchange, number)));
    }

    private ExchangeResponse List(Exchange exchange) => JsonApiList.Answer(exchange, [.. _numbers.Where(number =>
    {
        var id = number["id"]!.ToString();
        return id.StartsWith(exchange.Query("starts_with") ?? "", StringComparison.Ordinal)
            && id.EndsWith(exchange.Query("ends_with") ?? "", StringComparison.Ordinal)
            && id.Contains(exchange.Query("contains") ?? "", StringComparison.Ordinal)
            && (exchange.Query("alias") is not { } alias || number["attributes"]!["alias"]?.ToString() == alias);
    })]);

    private ExchangeResponse Purchase(Exchange exchange)
    {
        var number = exchange.Path["id"];
        if (_numbers.Exists(owned => owned["id"]!.ToString() == number))
            return exchange.Error(403, "The number is already purchased.");
        var bought = new JsonObject
        {
            ["id"] = number,
            ["type"] = "number",
            ["attributes"] = new JsonObject
            {
                ["value"] = number,
                ["alias"] = null,
                ["cnam_lookups_enabled"] = false,
                ["messaging_enabled"] = false,
                ["number_type"] = "longcode",
                ["rate_center"] = "seattle",
                ["state"] = "wa",
            },
            ["links"] = new JsonObject { ["self"] = $"https://api.flowroute.com/v2/numbers/{number}" },
        };
        Take(exchange, bought);
        _numbers.Add(bought);
        return WithNumber(exchange, bought);
    }

    private static ExchangeResponse Update(Exchange exchange, JsonObject number)
    {
        Take(exchange, number);
        return WithNumber(exchange, number);
    }

    private ExchangeResponse Release(Exchange exchange, JsonObject number)
    {
        _numbers.Remove(number);
        return exchange.Success();
    }

    private static void Take(Exchange exchange, JsonObject number)
    {
        foreach (var (name, value) in exchange.Body.Where(field => field.Key is "alias" or "cnam_lookups_enabled" or "messaging_enabled"))
            number["attributes"]![name] = value?.DeepClone();
    }

    /// <summary>The documented example for this number, with its related resources.</summary>
    private static ExchangeResponse WithNumber(Exchange exchange, JsonObject number)
    {
        var reply = exchange.Success();
        foreach (var (name, value) in number)
            reply.Json!["data"]![name] = value?.DeepClone();
        return reply;
    }

    private ExchangeResponse OfNumber(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) =>
        _numbers.Find(number => number["id"]!.ToString() == exchange.Path["id"]) is { } found ? handler(found) : exchange.Error(404);
}
