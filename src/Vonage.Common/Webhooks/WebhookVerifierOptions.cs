using System.Diagnostics.CodeAnalysis;

namespace Vonage;

/// <summary>Options for the verification of webhooks. A verifier reads its options once, when it is created.</summary>
public sealed class WebhookVerifierOptions
{
    private TimeSpan _tolerance = TimeSpan.FromMinutes(5);
    private TimeSpan _clockSkew = TimeSpan.FromMinutes(1);
    private TimeProvider _timeProvider = TimeProvider.System;

    /// <summary>The maximum age of a signature. The signature of an SMS webhook can be as far in the future. The default is 5 minutes.</summary>
    /// <remarks><see cref="Timeout.InfiniteTimeSpan"/> disables the check; the IDs of webhooks are then kept for 24 hours.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Tolerance
    {
        get => _tolerance;
        set => _tolerance = value >= TimeSpan.Zero || value == Timeout.InfiniteTimeSpan ? value : throw Negative(nameof(Tolerance), value);
    }

    /// <summary>The allowed difference between Vonage's clock and the clock of this machine, for the times in a token. The default is 1 minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan ClockSkew
    {
        get => _clockSkew;
        set => _clockSkew = value >= TimeSpan.Zero ? value : throw Negative(nameof(ClockSkew), value);
    }

    /// <summary>The required issuer of tokens (<c>iss</c>); <see langword="null"/> to accept any issuer that has the secret. The default is <c>Vonage</c>.</summary>
    public string? Issuer { get; set; } = "Vonage";

    /// <summary>Rejects webhooks that were already handled. By default, a webhook is accepted any number of times until its signature is too old.</summary>
    public IWebhookReplayGuard? ReplayGuard { get; set; }

    /// <summary>The clock. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set => _timeProvider = value ?? throw new ArgumentNullException(nameof(value));
    }

    internal WebhookVerifierOptions Copy() => (WebhookVerifierOptions)MemberwiseClone();

    [SuppressMessage("Usage", "CA2208", Justification = "The argument is the property.")]
    private static ArgumentOutOfRangeException Negative(string name, TimeSpan value) => new(name, value, "The time must not be negative.");
}
