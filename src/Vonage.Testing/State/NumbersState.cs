using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Numbers API: available, rented and canceled numbers.</summary>
internal sealed class NumbersState : ApiState
{
    private static readonly string[] Settings =
        ["moHttpUrl", "app_id", "voiceCallbackType", "voiceCallbackValue", "messagesCallbackType", "messagesCallbackValue"];

    private readonly SharedState _shared;

    public NumbersState(SharedState shared) : base("numbers")
    {
        _shared = shared;
        shared.Kept.Add("numbers", new(Save, Restore));
        On("listOwned", ListOwned);
        On("searchAvailable", SearchAvailable);
        On("buy", Buy);
        On("cancel", exchange => OfRent(exchange, Owner(exchange), rent =>
        {
            _shared.Rents.Remove(rent);
            shared.NumberSettings.TryRemove(rent.Number.Msisdn, out _);
            shared.Audit.Add("NUMBER_RELEASE", Context(rent));
            return exchange.Success();
        }));
        On("update", exchange => OfRent(exchange, shared.Account.ApiKey, rent => Update(exchange, rent)));
    }

    private JsonArray Save() => new([.. _shared.Rents.Select(rent => new JsonObject
    {
        ["number"] = Describe(rent.Number),
        ["owner"] = rent.Owner,
        ["settings"] = new JsonObject(rent.Settings.Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value))),
    })]);

    private void Restore(JsonNode kept)
    {
        _shared.Rents.Clear();
        foreach (var each in kept.AsArray())
        {
            var number = each!["number"]!;
            var features = number["features"]!.AsArray().Select(feature => feature!.GetValue<string>());
            var rent = new NumberRent(new(number["country"]!.GetValue<string>(), number["msisdn"]!.GetValue<string>(), number["type"]!.GetValue<string>(), [.. features]), each["owner"]!.GetValue<string>());
            foreach (var (name, value) in each["settings"]!.AsObject())
                rent.Settings[name] = value!.GetValue<string>();
            _shared.Rents.Add(rent);
            if (rent.Settings.Count > 0)
                _shared.NumberSettings[rent.Number.Msisdn] = rent.Settings.ToDictionary(StringComparer.Ordinal);
        }
    }

    private ExchangeResponse ListOwned(Exchange exchange)
    {
        var fitting = _shared.Rents.Where(rent => rent.Owner == _shared.Account.ApiKey
            && Fits(exchange, rent.Number)
            && (exchange.Query("application_id") is not { } id || rent.Settings.GetValueOrDefault("app_id") == id)
            && (exchange.Query("has_application") is not { } has || rent.Settings.ContainsKey("app_id") == (has == "true")));
        return Page(exchange, fitting.Select(Describe));
    }

    private ExchangeResponse SearchAvailable(Exchange exchange)
    {
        var fitting = NumberStock.All.Where(number => !_shared.Rents.Exists(rent => rent.Number.Msisdn == number.Msisdn)
            && Fits(exchange, number)
            && number.Type == (exchange.Query("type") ?? number.Type)
            && (exchange.Query("features") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).All(number.Features.Contains));
        return Page(exchange, fitting.Select(number =>
        {
            var described = Describe(number);
            described["initialPrice"] = NumberStock.Cost.ToString(CultureInfo.InvariantCulture);
            described["cost"] = NumberStock.Cost.ToString(CultureInfo.InvariantCulture);
            return described;
        }));
    }

    private ExchangeResponse Buy(Exchange exchange)
    {
        var (country, msisdn) = (exchange.Text("country"), exchange.Text("msisdn"));
        var number = NumberStock.All.FirstOrDefault(each => each.Country == country && each.Msisdn == msisdn);
        if (number is null || _shared.Rents.Exists(rent => rent.Number.Msisdn == msisdn) || !_shared.Account.TryCharge(NumberStock.Cost))
            return exchange.Error(420, example: "failed");
        var rent = new NumberRent(number, Owner(exchange));
        _shared.Rents.Add(rent);
        _shared.Audit.Add("NUMBER_ASSIGN", Context(rent));
        return exchange.Success();
    }

    // An empty text removes a setting.
    private ExchangeResponse Update(Exchange exchange, NumberRent rent)
    {
        var linked = rent.Settings.GetValueOrDefault("app_id");
        foreach (var name in Settings)
        {
            if (exchange.Text(name) is { Length: > 0 } value)
                rent.Settings[name] = value;
            else if (exchange.Text(name) is not null)
                rent.Settings.Remove(name);
        }

        _shared.NumberSettings[rent.Number.Msisdn] = rent.Settings.ToDictionary(StringComparer.Ordinal);
        Report(rent, linked);
        return exchange.Success();
    }

    private void Report(NumberRent rent, string? linked)
    {
        var changed = Context(rent);
        (changed["voice-type"], changed["voice-value"], changed["http"]) = (rent.Settings.GetValueOrDefault("voiceCallbackType"), rent.Settings.GetValueOrDefault("voiceCallbackValue"), rent.Settings.GetValueOrDefault("moHttpUrl"));
        _shared.Audit.Add("NUMBER_UPDATED", changed);
        var application = rent.Settings.GetValueOrDefault("app_id");
        if (application == linked)
            return;
        var link = Context(rent);
        (link["account"], link["applicationId"]) = (rent.Owner, application ?? linked);
        _shared.Audit.Add(application is null ? "NUMBER_UNLINKED" : "NUMBER_LINKED", link);
    }

    private static JsonObject Context(NumberRent rent) => new() { ["country"] = rent.Number.Country, ["msisdn"] = rent.Number.Msisdn };

    private ExchangeResponse OfRent(Exchange exchange, string owner, Func<NumberRent, ExchangeResponse> handler)
    {
        var (country, msisdn) = (exchange.Text("country"), exchange.Text("msisdn"));
        return _shared.Rents.Find(rent => rent.Number.Country == country && rent.Number.Msisdn == msisdn && rent.Owner == owner) is { } rent
            ? handler(rent)
            : exchange.Error(420, $"The number {msisdn} ({country}) is not rented by the account");
    }

    private string Owner(Exchange exchange) => exchange.Text("target_api_key") ?? _shared.Account.ApiKey;

    private static bool Fits(Exchange exchange, SimulatedNumber number) =>
        number.Country == (exchange.Query("country") ?? number.Country) && exchange.Query("search_pattern") switch
        {
            _ when exchange.Query("pattern") is not { } => true,
            "1" => number.Msisdn.Contains(exchange.Query("pattern")!, StringComparison.Ordinal),
            "2" => number.Msisdn.EndsWith(exchange.Query("pattern")!, StringComparison.Ordinal),
            _ => number.Msisdn.StartsWith(exchange.Query("pattern")!, StringComparison.Ordinal),
        };

    private static ExchangeResponse Page(Exchange exchange, IEnumerable<JsonObject> all)
    {
        var numbers = all.ToList();
        var (size, index) = (Number("size", 10), Number("index", 1));
        var reply = exchange.Success();
        reply.Json = new JsonObject { ["count"] = numbers.Count, ["numbers"] = new JsonArray([.. numbers.Skip((index - 1) * size).Take(size)]) };
        return reply;

        int Number(string parameter, int standard) =>
            int.TryParse(exchange.Query(parameter), CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : standard;
    }

    private static JsonObject Describe(NumberRent rent)
    {
        var described = Describe(rent.Number);
        foreach (var (name, value) in rent.Settings)
            described[name] = value;
        return described;
    }

    private static JsonObject Describe(SimulatedNumber number) => new()
    {
        ["country"] = number.Country,
        ["msisdn"] = number.Msisdn,
        ["type"] = number.Type,
        ["features"] = new JsonArray([.. number.Features.Select(feature => JsonValue.Create(feature))]),
    };
}
