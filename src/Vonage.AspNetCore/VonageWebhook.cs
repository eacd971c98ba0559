using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Vonage.AspNetCore;

/// <summary>
/// A webhook as a parameter of a minimal API's handler. The endpoint needs
/// <see cref="VonageWebhookEndpoints.RequireVonageSignature{TBuilder}"/>: without it, and for a webhook that is not to be trusted, there is no event.
/// </summary>
/// <typeparam name="TEvent">The event: <c>InboundSms</c>, <c>MessageStatus</c>, <c>CallEvent</c> and so on.</typeparam>
public sealed class VonageWebhook<TEvent> : IVonageWebhook, IBindableFromHttpContext<VonageWebhook<TEvent>>
    where TEvent : class
{
    private readonly TEvent? _event;
    private readonly ReceivedWebhook _received;

    private VonageWebhook(ReceivedWebhook received, TEvent? webhook) => (_received, _event) = (received, webhook);

    /// <summary>The event.</summary>
    /// <exception cref="InvalidOperationException">The webhook is not to be trusted, or cannot be read, and no filter has refused it.</exception>
    public TEvent Event => _event ?? throw new InvalidOperationException("The webhook was not verified, or cannot be read. Add RequireVonageSignature() to the endpoint, which refuses such ones.");

    /// <summary>What the webhook's token says, where it was signed by one.</summary>
    public WebhookToken? Token => _received.Verification?.Token;

    /// <inheritdoc/>
    bool IVonageWebhook.IsReadable => _event is not null;

    /// <inheritdoc/>
    static async ValueTask<VonageWebhook<TEvent>?> IBindableFromHttpContext<VonageWebhook<TEvent>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var received = await WebhookReceiver.ReceiveAsync(context).ConfigureAwait(false);
        return new VonageWebhook<TEvent>(received, received.Refusal is null ? WebhookReceiver.Read<TEvent>(context, received) : null);
    }
}
