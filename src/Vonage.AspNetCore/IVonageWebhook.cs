namespace Vonage.AspNetCore;

/// <summary>A parameter that holds a webhook, whatever its event.</summary>
internal interface IVonageWebhook
{
    /// <summary>Whether it was verified and its fields fit the event.</summary>
    bool IsReadable { get; }
}
