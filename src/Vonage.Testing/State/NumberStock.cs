using System.Globalization;

namespace Vonage.Testing.State;

/// <summary>The available numbers: the same twenty-five in each supported country.</summary>
internal static class NumberStock
{
    public const decimal Cost = 1.25m;

    // Prefixes from ranges that regulators reserve for fiction, where they exist.
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["GB"] = "4477009001",
        ["US"] = "141555501",
        ["CA"] = "161355501",
        ["DE"] = "49152000001",
        ["ES"] = "34600000001",
        ["FR"] = "33639980001",
        ["SE"] = "4670174061",
        ["AU"] = "61491570001",
    };

    public static IReadOnlyList<SimulatedNumber> All { get; } =
        [.. Prefixes.SelectMany(country => Enumerable.Range(0, 25).Select(index => Make(country.Key, country.Value, index)))];

    private static SimulatedNumber Make(string country, string prefix, int index)
    {
        var msisdn = prefix + index.ToString("00", CultureInfo.InvariantCulture);
        return index % 5 == 4
            ? new SimulatedNumber(country, msisdn, "landline", ["VOICE"])
            : new SimulatedNumber(country, msisdn, "mobile-lvn", country is "US" or "CA" ? ["VOICE", "SMS", "MMS"] : ["VOICE", "SMS"]);
    }
}

/// <summary>A number, rented or available.</summary>
internal sealed record SimulatedNumber(string Country, string Msisdn, string Type, IReadOnlyList<string> Features);

/// <summary>A rented number, with the account that rents it and its settings.</summary>
internal sealed record NumberRent(SimulatedNumber Number, string Owner)
{
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);
}
