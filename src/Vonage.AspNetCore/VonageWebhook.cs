using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Vonage.AspNetCore;

/// <summary>
/// A webhook as a parameter of a minimal API handler. The endpoint requires
/// <see cref="VonageWebhookEndpointRouteBuilderExtensions.RequireVonageSignature{TBuilder}(TBuilder)"/>. Without it there is no event.
/// </summary>
/// <typeparam name="TEvent">The event: <c>InboundSms</c>, <c>MessageStatusEvent</c>, <c>CallEvent</c> and so on.</typeparam>
public sealed class VonageWebhook<[DynamicallyAccessedMembers(WebhookEvent.Members)] TEvent> : IVonageWebhook, IBindableFromHttpContext<VonageWebhook<TEvent>>, IEndpointParameterMetadataProvider
    where TEvent : class, IJsonReadable
{
    private readonly TEvent? _event;
    private readonly WebhookVerification? _verification;

    private VonageWebhook(TEvent? webhook, WebhookVerification? verification) => (_event, _verification) = (webhook, verification);

    /// <summary>The event.</summary>
    /// <exception cref="InvalidOperationException">The endpoint does not require a signature.</exception>
    public TEvent Event => _event ?? throw Unverified();

    /// <summary>The result of the verification: the account, the application and the claims of the token.</summary>
    /// <exception cref="InvalidOperationException">The endpoint does not require a signature.</exception>
    public WebhookVerification Verification => _verification ?? throw Unverified();

    /// <inheritdoc/>
    bool IVonageWebhook.IsReadable => _event is not null;

    /// <inheritdoc/>
    static ValueTask<VonageWebhook<TEvent>?> IBindableFromHttpContext<VonageWebhook<TEvent>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var received = context.Features.Get<ReceivedWebhook>();
        var webhook = new VonageWebhook<TEvent>(received is null ? null : WebhookEvent.Read<TEvent>(context, received), received?.Verification);
        return ValueTask.FromResult<VonageWebhook<TEvent>?>(webhook);
    }

    /// <inheritdoc/>
    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new EventType(typeof(TEvent)));

    private static InvalidOperationException Unverified() => new("The webhook was not verified. Add RequireVonageSignature() to the endpoint.");
}
