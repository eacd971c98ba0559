using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Vonage.AspNetCore;

/// <summary>
/// A webhook as a parameter of a minimal API handler. The endpoint requires
/// <see cref="VonageWebhookEndpoints.RequireVonageSignature{TBuilder}"/>. Without it, or if the signature is not valid, there is no event.
/// </summary>
/// <typeparam name="TEvent">The event: <c>InboundSms</c>, <c>MessageStatusEvent</c>, <c>CallEvent</c> and so on.</typeparam>
public sealed class VonageWebhook<[DynamicallyAccessedMembers(WebhookReceiver.EventMembers)] TEvent> : IVonageWebhook, IBindableFromHttpContext<VonageWebhook<TEvent>>
    where TEvent : class, IJsonReadable
{
    private readonly TEvent? _event;
    private readonly ReceivedWebhook _received;

    private VonageWebhook(ReceivedWebhook received, TEvent? webhook) => (_received, _event) = (received, webhook);

    /// <summary>The event.</summary>
    /// <exception cref="InvalidOperationException">The webhook was not verified or cannot be read, and no filter rejected it.</exception>
    public TEvent Event => _event ?? throw new InvalidOperationException("The webhook was not verified or cannot be read. Add RequireVonageSignature() to the endpoint, which rejects such webhooks.");

    /// <summary>The claims of the webhook's token, if the webhook was signed with a token.</summary>
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
