namespace Vonage.AspNetCore;

/// <summary>How webhooks are received. Set with <c>services.Configure&lt;VonageWebhookOptions&gt;(…)</c>; what is accepted is in <see cref="WebhookVerifierOptions"/>.</summary>
public sealed class VonageWebhookOptions
{
    private int _maxBodySize = 1024 * 1024;

    /// <summary>How many bytes the body of a webhook may have; a longer one is refused before it is read. Default: 1 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above zero.</exception>
    public int MaxBodySize
    {
        get => _maxBodySize;
        set => _maxBodySize = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A body has at least one byte.");
    }
}
