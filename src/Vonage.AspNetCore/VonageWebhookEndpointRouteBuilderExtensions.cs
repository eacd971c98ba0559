using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vonage.AspNetCore;
using Vonage.Voice;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map endpoints for Vonage webhooks.</summary>
public static class VonageWebhookEndpointRouteBuilderExtensions
{
    private static readonly string[] Methods = [HttpMethods.Post];

    /// <summary>Maps an endpoint that receives a webhook by POST (form or JSON), verifies it, and passes it to the handler as an event.</summary>
    /// <remarks>
    /// The event determines the type of signature; the chained call <c>RequireVonageSignature</c> changes it, selects the account and allows GET. The response
    /// is 204 unless the handler sets another status; 401 if the signature is not valid, 400 if the webhook cannot be read, 413 if it is too large, and 503 if
    /// all webhooks together are. The reason is logged but not sent.
    /// </remarks>
    /// <typeparam name="TEvent">The event: <c>InboundSms</c>, <c>SmsDeliveryReceipt</c>, <c>InboundMessage</c>, <c>MessageStatusEvent</c>, <c>CallEvent</c> and so on.</typeparam>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="pattern">The route pattern.</param>
    /// <param name="handler">Handles an event. If it throws, Vonage receives status 500 and repeats some types of webhook.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<[DynamicallyAccessedMembers(WebhookEvent.Members)] TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, Task> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapVonageWebhook<TEvent>(pattern, (webhook, _) => handler(webhook));
    }

    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Task})"/>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="pattern">The route pattern.</param>
    /// <param name="handler">Handles an event. The context provides the account that signed it (<c>GetVonageWebhook()</c>), the services, and a token that is canceled when the sender disconnects.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<[DynamicallyAccessedMembers(WebhookEvent.Members)] TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, HttpContext, Task> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map<TEvent>(endpoints, pattern, async (webhook, context) =>
        {
            await handler(webhook, context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status200OK })
                context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
    }

    /// <summary>Maps an endpoint that receives a voice webhook and responds with the NCCO that controls the call, as JSON.</summary>
    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Task})"/>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="pattern">The route pattern.</param>
    /// <param name="handler">Returns the NCCO for the call.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<[DynamicallyAccessedMembers(WebhookEvent.Members)] TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, Ncco> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapVonageWebhook<TEvent>(pattern, (webhook, _) => Task.FromResult(handler(webhook)));
    }

    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Ncco})"/>
    public static IEndpointConventionBuilder MapVonageWebhook<[DynamicallyAccessedMembers(WebhookEvent.Members)] TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, Task<Ncco>> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapVonageWebhook<TEvent>(pattern, (webhook, _) => handler(webhook));
    }

    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Ncco})"/>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="pattern">The route pattern.</param>
    /// <param name="handler">Returns the NCCO for the call. The context provides the services and a token that is canceled when the sender disconnects.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<[DynamicallyAccessedMembers(WebhookEvent.Members)] TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, HttpContext, Task<Ncco>> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map<TEvent>(endpoints, pattern, async (webhook, context) =>
        {
            var ncco = await handler(webhook, context).ConfigureAwait(false);
            await new NccoResult(ncco).ExecuteAsync(context).ConfigureAwait(false);
        });
    }

    /// <summary>Accepts only requests with a valid Vonage signature, which is verified before filters, model binding and the handler run.</summary>
    /// <remarks>
    /// A minimal API handler receives the webhook as a <see cref="VonageWebhook{TEvent}"/>, along with any other parameters. A returned <see cref="Ncco"/> is
    /// sent as JSON; a handler without a result sends status 204. An endpoint that specifies no methods accepts POST.
    /// </remarks>
    /// <typeparam name="TBuilder">The type of the endpoint builder.</typeparam>
    /// <param name="builder">The endpoint or group of endpoints.</param>
    /// <exception cref="InvalidOperationException">Thrown when the endpoints are built, if one of them cannot be protected: a Razor Page, a Razor component, or a dynamic route or fallback.</exception>
    public static TBuilder RequireVonageSignature<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.RequireVonageSignature(new VonageWebhookEndpointOptions());

    /// <inheritdoc cref="RequireVonageSignature{TBuilder}(TBuilder)"/>
    /// <param name="builder">The endpoint or group of endpoints.</param>
    /// <param name="account">The API key of the account that must have signed the webhook.</param>
    public static TBuilder RequireVonageSignature<TBuilder>(this TBuilder builder, string account)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        return builder.RequireVonageSignature(_ => account);
    }

    /// <inheritdoc cref="RequireVonageSignature{TBuilder}(TBuilder)"/>
    /// <param name="builder">The endpoint or group of endpoints.</param>
    /// <param name="account">Selects the API key of the account that must have signed the webhook, such as the account of the tenant in the route. If it returns <see langword="null"/>, the webhook is rejected.</param>
    public static TBuilder RequireVonageSignature<TBuilder>(this TBuilder builder, Func<HttpContext, string?> account)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(account);
        return builder.RequireVonageSignature(new VonageWebhookEndpointOptions { Account = account });
    }

    /// <inheritdoc cref="RequireVonageSignature{TBuilder}(TBuilder)"/>
    /// <param name="builder">The endpoint or group of endpoints.</param>
    /// <param name="options">Specifies which webhooks are accepted: the type of signature, the account, and GET.</param>
    public static TBuilder RequireVonageSignature<TBuilder>(this TBuilder builder, VonageWebhookEndpointOptions options)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        SignatureConvention.Apply(builder, options);
        return builder;
    }

    private static IEndpointConventionBuilder Map<[DynamicallyAccessedMembers(WebhookEvent.Members)] TEvent>(IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, HttpContext, Task> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        // Checked when the program starts rather than at the first webhook.
        WebhookEndpoint.Verifier(endpoints.ServiceProvider);
        return endpoints.MapMethods(pattern, Methods, context => HandleAsync(context, handler))
            .WithMetadata(new EventType(typeof(TEvent), isMapped: true))
            .RequireVonageSignature();
    }

    private static Task HandleAsync<[DynamicallyAccessedMembers(WebhookEvent.Members)] TEvent>(HttpContext context, Func<TEvent, HttpContext, Task> handler)
        where TEvent : class, IJsonReadable =>
        WebhookEvent.Read<TEvent>(context, context.Features.Get<ReceivedWebhook>()!) is { } webhook
            ? handler(webhook, context)
            : new RefusedResult(StatusCodes.Status400BadRequest).ExecuteAsync(context);
}
