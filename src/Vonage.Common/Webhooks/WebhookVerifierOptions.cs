using System.Diagnostics.CodeAnalysis;

namespace Vonage;

/// <summary>How strictly webhooks are checked. A verifier reads its options once, when it is made.</summary>
public sealed class WebhookVerifierOptions
{
    private TimeSpan _tolerance = TimeSpan.FromMinutes(5);
    private TimeSpan _skew = TimeSpan.FromMinutes(1);
    private TimeProvider _timeProvider = TimeProvider.System;

    /// <summary>
    /// How long ago a webhook may have been signed; an SMS webhook may be as far ahead, too. Default: 5 minutes.
    /// <see cref="Timeout.InfiniteTimeSpan"/> accepts any age.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is below zero.</exception>
    public TimeSpan Tolerance
    {
        get => _tolerance;
        set => _tolerance = value >= TimeSpan.Zero || value == Timeout.InfiniteTimeSpan ? value : throw Negative(nameof(Tolerance), value);
    }

    /// <summary>By how much Vonage's clock and this machine's may differ, for the times in a token. Default: 1 minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is below zero.</exception>
    public TimeSpan Skew
    {
        get => _skew;
        set => _skew = value >= TimeSpan.Zero ? value : throw Negative(nameof(Skew), value);
    }

    /// <summary>Who must have issued a token (<c>iss</c>); <see langword="null"/> for anybody who has the secret. Default: <c>Vonage</c>.</summary>
    public string? Issuer { get; set; } = "Vonage";

    /// <summary>Remembers which tokens were used, so that none is used twice. Default: <see langword="null"/>, they may be until they expire.</summary>
    public IWebhookReplayGuard? ReplayGuard { get; set; }

    /// <summary>The clock. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set => _timeProvider = value ?? throw new ArgumentNullException(nameof(value));
    }

    [SuppressMessage("Usage", "CA2208", Justification = "The argument is the property.")]
    private static ArgumentOutOfRangeException Negative(string name, TimeSpan value) => new(name, value, "The time must not be below zero.");
}
