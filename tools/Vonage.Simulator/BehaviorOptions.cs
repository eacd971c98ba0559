using System.CommandLine;
using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>The options that determine how the simulator behaves.</summary>
internal sealed class BehaviorOptions
{
    private readonly Option<double> _callEndsAfter = new("--call-ends-after")
    {
        Description = "The seconds after which a call ends whose NCCO has run out; a negative number for never.",
        HelpName = "seconds",
        DefaultValueFactory = _ => 5,
    };

    private readonly Option<bool> _rateLimits = new("--rate-limits") { Description = "Rejects requests beyond the documented rate limits with status 429." };

    private readonly Option<bool> _realAddresses = new("--real-addresses") { Description = "Leaves the addresses in responses and webhooks as they are at Vonage, instead of leading them to the simulator." };

    public IEnumerable<Option> All => [_callEndsAfter, _rateLimits, _realAddresses];

    public void Apply(ParseResult arguments, VonageSimulatorOptions options)
    {
        options.CallEndsAfter = arguments.GetValue(_callEndsAfter) is >= 0 and < 1e6 and var seconds ? TimeSpan.FromSeconds(seconds) : null;
        options.EnforcesRateLimits = arguments.GetValue(_rateLimits);
        options.UsesOwnAddresses = !arguments.GetValue(_realAddresses);
    }
}
