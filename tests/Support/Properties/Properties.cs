using System.Globalization;
using FsCheck;

namespace TestSupport;

/// <summary>Properties are tried with the same values on every machine: a change is to blame for a test that fails. <c>FUZZ_SEED</c> sets others, for whoever looks for mistakes.</summary>
internal static class Properties
{
    // What the states of the generator differ by: odd, and without a pattern.
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    /// <summary>Fails if a value is found for which the property does not hold.</summary>
    public static void Holds(this Property property, int times = 100) => property.Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(Seed, Gamma));
}
