namespace Vonage;

/// <summary>Options for receiving webhooks, which <c>services.AddVonageWebhooks(…)</c> configures.</summary>
public sealed class VonageWebhookOptions
{
    private int _maxBodySize = 1024 * 1024;
    private long _maxTotalBodySize = 64 * 1024 * 1024;

    /// <summary>The signature secrets. They contain those of the accounts that <c>AddVonage</c> adds.</summary>
    public WebhookSecrets Secrets { get; } = [];

    /// <summary>The options for the verification: tolerance, clock skew, issuer and replay guard.</summary>
    public WebhookVerifierOptions Verification { get; } = new();

    /// <summary>
    /// The maximum size of a webhook body in bytes, for the endpoints of <c>Vonage.AspNetCore</c>. Larger webhooks are rejected with status 413. The default is
    /// 1 MiB.
    /// </summary>
    /// <remarks>Webhooks with signed parameters (SMS) are limited to 64 KiB, because their signature is in the body.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero.</exception>
    public int MaxBodySize
    {
        get => _maxBodySize;
        set => _maxBodySize = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxBodySize must be greater than zero.");
    }

    /// <summary>
    /// The maximum size in bytes of all webhook bodies that this process holds at the same time. Beyond it, webhooks are rejected with status
    /// 503, and Vonage repeats most of them. The default is 64 MiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero.</exception>
    public long MaxTotalBodySize
    {
        get => _maxTotalBodySize;
        set => _maxTotalBodySize = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxTotalBodySize must be greater than zero.");
    }
}
