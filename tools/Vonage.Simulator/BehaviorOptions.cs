using System.CommandLine;
using System.Globalization;
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

    private readonly Option<double> _retrySpeed = new("--retry-speed")
    {
        Description = "How fast webhooks that the application does not accept are sent again: 1 as Vonage does it, 60 for a minute in a second, 0 for never.",
        HelpName = "factor",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<bool> _rateLimits = new("--rate-limits") { Description = "Rejects requests beyond the documented rate limits with status 429." };

    private readonly Option<bool> _realAddresses = new("--real-addresses") { Description = "Leaves the addresses in responses and webhooks as they are at Vonage, instead of leading them to the simulator." };

    private readonly Option<FileInfo> _state = new("--state") { Description = "A file that keeps messages, applications, numbers, users, outcomes and the account across restarts. It contains the secrets of the simulator.", HelpName = "file" };

    public BehaviorOptions() => _retrySpeed.Validators.Add(result =>
    {
        // The value itself cannot be asked for: a text that is no number throws.
        if (result.Tokens is [var token] && !(double.TryParse(token.Value, CultureInfo.InvariantCulture, out var speed) && speed is >= 0 and <= 1e6))
            result.AddError("--retry-speed must be a number from 0 to 1,000,000.");
    });

    public IEnumerable<Option> All => [_state, _callEndsAfter, _retrySpeed, _rateLimits, _realAddresses];

    public void Apply(ParseResult arguments, VonageSimulatorOptions options)
    {
        options.CallEndsAfter = arguments.GetValue(_callEndsAfter) is >= 0 and < 1e6 and var seconds ? TimeSpan.FromSeconds(seconds) : null;
        options.StateFile = arguments.GetValue(_state)?.FullName;
        options.WebhookRetrySpeed = arguments.GetValue(_retrySpeed);
        options.EnforcesRateLimits = arguments.GetValue(_rateLimits);
        options.UsesOwnAddresses = !arguments.GetValue(_realAddresses);
    }
}
