using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Number Pools API: pools, and the rented numbers in them.</summary>
internal sealed class NumberPoolsState : ApiState
{
    private const string Errors = "https://developer.nexmo.com/api-errors/number-pools#";
    private readonly SharedState _shared;
    private readonly ResourceList _pools = new("pool_id");
    private readonly Dictionary<JsonObject, List<string>> _numbers = [];

    public NumberPoolsState(SharedState shared) : base("number-pools")
    {
        _shared = shared;
        On("list", exchange => OfAccount(exchange, () => Page(exchange, "pools", _pools.All)));
        On("create", exchange => OfAccount(exchange, () => Create(exchange)));
        On("get", exchange => OfPool(exchange, exchange.SuccessWith));
        On("update", exchange => OfPool(exchange, pool => Update(exchange, pool)));
        On("delete", exchange => OfPool(exchange, pool => Delete(exchange, pool)));
        On("listNumbers", exchange => OfPool(exchange, pool => Page(exchange, "numbers", _numbers[pool].Select(number => JsonValue.Create(number)))));
        On("addNumbers", exchange => OfPool(exchange, pool => AddNumbers(exchange, pool)));
        On("removeNumbers", exchange => OfPool(exchange, pool => RemoveNumbers(exchange, pool)));
        On("removeNumber", exchange => OfPool(exchange, pool => _numbers[pool].Remove(exchange.Path["number"]) ? exchange.Success() : exchange.Error(404)));
    }

    private static ExchangeResponse Page(Exchange exchange, string name, IEnumerable<JsonNode> items)
    {
        var reply = NumberedPage.Answer(exchange, name, items);
        if (reply.Json!["_links"] is JsonObject links && links.Remove("prev", out var previous))
            links["previous"] = previous;
        return reply;
    }

    private ExchangeResponse Create(Exchange exchange)
    {
        if (_pools.IsTaken("pool_id", exchange.Text("pool_id")))
            return exchange.Error(409);
        var pool = new JsonObject { ["fallback"] = "Pool", ["localized_sender_preferred"] = false, ["predictable_sender_preferred"] = false, ["account_id"] = _shared.Account.ApiKey };
        Change(pool, exchange.Body);
        _numbers[pool] = [];
        return exchange.SuccessWith(_pools.Add(pool));
    }

    private ExchangeResponse Update(Exchange exchange, JsonObject pool)
    {
        if (_pools.IsTaken("pool_id", exchange.Text("pool_id"), pool))
            return exchange.Error(409);
        Change(pool, exchange.Body);
        return exchange.SuccessWith(pool);
    }

    private static void Change(JsonObject pool, JsonObject changes)
    {
        ResourceList.Change(pool, changes);
        var address = $"/v2/numberpools/accounts/{pool["account_id"]}/pools/{pool["pool_id"]}";
        pool["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = address }, ["numbers"] = new JsonObject { ["href"] = $"{address}/numbers" } };
    }

    private ExchangeResponse Delete(Exchange exchange, JsonObject pool)
    {
        _pools.Remove(pool);
        _numbers.Remove(pool);
        return exchange.SuccessWith(pool);
    }

    private ExchangeResponse AddNumbers(Exchange exchange, JsonObject pool)
    {
        var rejected = Asked(exchange).Where(number => !_shared.Rents.Exists(rent => rent.Number.Msisdn == number && rent.Owner == _shared.Account.ApiKey)).ToList();
        var added = Asked(exchange).Except(rejected).ToList();
        var reason = Reason("missing-number-subscription", "No such number subscription", "One or more numbers being added are not subscribed to on this account", rejected);
        if (added.Count == 0)
            return Failure(exchange, 400, Problem("add-number-failure", "Numbers could not be added to the pool", "None of the numbers could be added to the pool", reason));
        _numbers[pool].AddRange(added.Except(_numbers[pool]));
        var reply = new JsonObject { ["numbers"] = List(added), ["_links"] = new JsonObject { ["self"] = pool["_links"]!["numbers"]!.DeepClone() } };
        if (rejected.Count == 0)
            return exchange.SuccessWith(reply);
        reply["error"] = Problem("add-numbers-partial-failure", "Could not add all numbers to pool", "One or more numbers encountered issues being added to the pool", reason);
        return Failure(exchange, 207, reply);
    }

    private ExchangeResponse RemoveNumbers(Exchange exchange, JsonObject pool)
    {
        var rejected = Asked(exchange).Except(_numbers[pool]).ToList();
        var removed = Asked(exchange).Except(rejected).ToList();
        _numbers[pool].RemoveAll(removed.Contains);
        if (rejected.Count == 0)
            return exchange.Success();
        var reason = Reason("missing-number", "Number not found", "One or more numbers being deleted are not available in the pool", rejected);
        return removed.Count == 0
            ? Failure(exchange, 400, Problem("number-deletion-failure", "There were errors removing numbers from the pool", "None of the numbers could be removed from the pool", reason))
            : Failure(exchange, 207, new JsonObject
            {
                ["numbers"] = List(removed),
                ["error"] = Problem("delete-numbers-partial-failure", "Could not remove all numbers from the pool", "One or more numbers encountered issues being removed from the pool", new JsonObject { ["error"] = reason }),
            });
    }

    private static List<string> Asked(Exchange exchange) => [.. exchange.Body["numbers"]!.AsArray().Select(number => number!.ToString()).Distinct()];

    private static JsonArray List(IEnumerable<string> numbers) => new([.. numbers.Select(number => (JsonNode?)number)]);

    private static JsonObject Reason(string type, string title, string detail, IEnumerable<string> numbers) =>
        new() { ["type"] = Errors + type, ["title"] = title, ["detail"] = detail, ["numbers"] = List(numbers) };

    private static JsonObject Problem(string type, string title, string detail, JsonObject reason) =>
        new() { ["type"] = Errors + type, ["title"] = title, ["detail"] = detail, ["instance"] = Guid.NewGuid().ToString("N"), ["errors"] = new JsonArray(reason) };

    private static ExchangeResponse Failure(Exchange exchange, int status, JsonObject body)
    {
        var reply = exchange.Error(status);
        reply.Json = body;
        return reply;
    }

    private ExchangeResponse OfAccount(Exchange exchange, Func<ExchangeResponse> handler) =>
        exchange.Path["api_key"] == _shared.Account.ApiKey ? handler() : NotFound(exchange, exchange.Path["api_key"]);

    private ExchangeResponse OfPool(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) =>
        OfAccount(exchange, () => _pools.Find(exchange.Path["pool_id"]) is { } pool ? handler(pool) : NotFound(exchange, exchange.Path["pool_id"]));

    private static ExchangeResponse NotFound(Exchange exchange, string id) => exchange.Error(404, string.Create(CultureInfo.InvariantCulture, $"ID '{id}' does not exist, or you do not have access"));
}
