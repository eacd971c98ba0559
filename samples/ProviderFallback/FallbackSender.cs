using Flowroute;
using Vonage;
using Vonage.Core;
using Vonage.Messages;

namespace ProviderFallback;

/// <summary>Sends by Vonage, and by Flowroute what Vonage refuses.</summary>
internal sealed class FallbackSender(IVonageClient vonage, IFlowrouteClient flowroute)
{
    public async Task<SentText> SendAsync(string from, string to, string text, CancellationToken cancellationToken = default)
    {
        try
        {
            var sent = await vonage.Messages.SendAsync(new SmsTextMessage { From = from, To = to, Text = text }, cancellationToken: cancellationToken);
            return new SentText("Vonage", sent.MessageUuid, null);
        }
        // Without a reply nobody knows whether the message is on its way: sending it again could send it twice.
        catch (ApiException error) when (error.StatusCode is not null)
        {
            var sent = await flowroute.Messages.SendAsync(new Flowroute.Messages.OutboundMessage { From = from, To = to, Body = text }, cancellationToken: cancellationToken);
            return new SentText("Flowroute", sent.Id, error.Message);
        }
    }
}

/// <summary>What became of a text.</summary>
/// <param name="Provider">Who took it.</param>
/// <param name="Id">The id that the provider gave it.</param>
/// <param name="Reason">Why the first provider did not take it; null where it did.</param>
internal sealed record SentText(string Provider, string Id, string? Reason);
