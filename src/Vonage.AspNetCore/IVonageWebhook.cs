namespace Vonage.AspNetCore;

/// <summary>A parameter that contains a webhook with an event of any type.</summary>
internal interface IVonageWebhook
{
    /// <summary>Indicates whether the webhook was verified and its fields match the event.</summary>
    bool IsReadable { get; }
}
