using Flowroute;
using Vonage;
using Vonage.Core;
using Vonage.Messages;

namespace ProviderFallback;

/// <summary>Sends a text message with Vonage, and with Flowroute if Vonage rejects it.</summary>
internal sealed class FallbackSender(IVonageClient vonage, IFlowrouteClient flowroute)
{
    public async Task<SentText> SendAsync(string from, string to, string text, CancellationToken cancellationToken = default)
    {
        try
        {
            var sent = await vonage.Messages.SendAsync(new SmsTextMessage { From = from, To = to, Text = text }, cancellationToken: cancellationToken);
            return new SentText("Vonage", sent.MessageUuid, null);
        }
        // Without a response, it is unknown whether the message was sent. Sending it again could send it twice.
        catch (ApiException error) when (error.StatusCode is not null)
        {
            var sent = await flowroute.Messages.SendAsync(new Flowroute.Messages.SendMessageRequest { From = from, To = to, Body = text }, cancellationToken: cancellationToken);
            return new SentText("Flowroute", sent.Id, error.Message);
        }
    }
}

/// <summary>The result of sending a text message.</summary>
/// <param name="Provider">The provider that accepted the message.</param>
/// <param name="Id">The provider's message ID.</param>
/// <param name="Reason">The reason for the first provider's rejection; null if it accepted the message.</param>
internal sealed record SentText(string Provider, string Id, string? Reason);
