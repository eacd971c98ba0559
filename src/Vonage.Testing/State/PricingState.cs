using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Pricing API: the documented example for its country, and the same price for all others.</summary>
internal sealed class PricingState : ApiState
{
    private const string Price = "0.00570000";
    private const string ExampleCode = "CA";
    private const string ExampleName = "Canada";

    private static readonly Dictionary<string, (string Name, string Prefix)> Countries = new(StringComparer.Ordinal)
    {
        ["AU"] = ("Australia", "61"),
        ["BR"] = ("Brazil", "55"),
        ["CA"] = ("Canada", "1"),
        ["CH"] = ("Switzerland", "41"),
        ["DE"] = ("Germany", "49"),
        ["ES"] = ("Spain", "34"),
        ["FR"] = ("France", "33"),
        ["GB"] = ("United Kingdom", "44"),
        ["IE"] = ("Ireland", "353"),
        ["IN"] = ("India", "91"),
        ["IT"] = ("Italy", "39"),
        ["JP"] = ("Japan", "81"),
        ["MX"] = ("Mexico", "52"),
        ["NL"] = ("Netherlands", "31"),
        ["PL"] = ("Poland", "48"),
        ["SE"] = ("Sweden", "46"),
        ["SG"] = ("Singapore", "65"),
        ["US"] = ("United States", "1"),
    };

    public PricingState() : base("pricing")
    {
        On("getCountry", exchange => exchange.Query("country")!.ToUpperInvariant() is var code && Countries.ContainsKey(code)
            ? exchange.SuccessWith(Describe(exchange, code))
            : exchange.Error(404, $"The simulator has no prices for the country {code}"));
        On("listCountries", exchange => List(exchange, Countries.Keys));
        On("listByPrefix", exchange => List(exchange, Countries.Keys.Where(code => Countries[code].Prefix == exchange.Query("prefix"))));
    }

    private static ExchangeResponse List(Exchange exchange, IEnumerable<string> codes)
    {
        var countries = new JsonArray([.. codes.Select(code => Describe(exchange, code))]);
        return exchange.SuccessWith(new JsonObject { ["count"] = countries.Count.ToString(CultureInfo.InvariantCulture), ["countries"] = countries });
    }

    // The example of the document, which has one country, with the names of another in its place.
    private static JsonObject Describe(Exchange exchange, string code)
    {
        var (name, prefix) = Countries[code];
        var example = exchange.Success().Json!;
        var price = (example["countries"]?[0] ?? example).DeepClone().AsObject();
        foreach (var field in price.Where(field => field.Value?.ToString() == ExampleName).Select(field => field.Key).ToList())
            price[field] = name;
        (price["countryCode"], price["dialingPrefix"]) = (code, prefix);
        if (code == ExampleCode)
            return price;
        price["defaultPrice"] = Price;
        price["networks"] = new JsonArray(Landline(code, name));
        return price;
    }

    private static JsonObject Landline(string code, string country) => new()
    {
        ["type"] = "landline",
        ["price"] = Price,
        ["currency"] = "EUR",
        ["networkCode"] = $"{code}-FIXED",
        ["networkName"] = $"{country} Landline",
    };
}
