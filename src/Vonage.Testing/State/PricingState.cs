using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Pricing API: the same price for every country.</summary>
internal sealed class PricingState : ApiState
{
    private const string Price = "0.00620000";

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
            ? exchange.SuccessWith(Describe(code))
            : exchange.Error(404, $"The simulator has no prices for the country {code}"));
        On("listCountries", exchange => List(exchange, Countries.Keys));
        On("listByPrefix", exchange => List(exchange, Countries.Keys.Where(code => Countries[code].Prefix == exchange.Query("prefix"))));
    }

    private static ExchangeResponse List(Exchange exchange, IEnumerable<string> codes)
    {
        var countries = new JsonArray([.. codes.Select(Describe)]);
        return exchange.SuccessWith(new JsonObject { ["count"] = countries.Count.ToString(CultureInfo.InvariantCulture), ["countries"] = countries });
    }

    private static JsonObject Describe(string code)
    {
        var (name, prefix) = Countries[code];
        return new JsonObject
        {
            ["countryCode"] = code,
            ["countryName"] = name,
            ["countryDisplayName"] = name,
            ["currency"] = "EUR",
            ["defaultPrice"] = Price,
            ["dialingPrefix"] = prefix,
            ["networks"] = new JsonArray(code == "CA" ? Mobile() : Landline(code, name)),
        };
    }

    private static JsonObject Landline(string code, string country) => new()
    {
        ["type"] = "landline",
        ["price"] = Price,
        ["currency"] = "EUR",
        ["networkCode"] = $"{code}-FIXED",
        ["networkName"] = $"{country} Landline",
    };

    // The example of the document.
    private static JsonObject Mobile() => new()
    {
        ["type"] = "mobile",
        ["price"] = "0.00590000",
        ["currency"] = "EUR",
        ["mcc"] = "302",
        ["mnc"] = "530",
        ["networkCode"] = "302530",
        ["networkName"] = "Keewaytinook Okimakanak",
    };
}
