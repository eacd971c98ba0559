namespace Vonage.AspNetCore;

/// <summary>Options for receiving webhooks. Configure them with <c>services.Configure&lt;VonageWebhookOptions&gt;(…)</c>. For verification, see <see cref="WebhookVerifierOptions"/>.</summary>
public sealed class VonageWebhookOptions
{
    private int _maxBodySize = 1024 * 1024;

    /// <summary>The maximum size of a webhook body in bytes. Larger webhooks are rejected. The default is 1 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero.</exception>
    public int MaxBodySize
    {
        get => _maxBodySize;
        set => _maxBodySize = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxBodySize must be greater than zero.");
    }
}
