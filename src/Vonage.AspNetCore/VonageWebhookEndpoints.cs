using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vonage;
using Vonage.AspNetCore;
using Vonage.Voice;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map endpoints for Vonage webhooks.</summary>
public static class VonageWebhookEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>
    /// Maps an endpoint that receives a webhook by GET or POST (query, form or JSON), verifies it, and passes it to the handler as an event.
    /// The response is 204; 401 if the signature is not valid, 400 if the webhook cannot be read, and 413 if it is too large. The reason is
    /// logged but not sent.
    /// </summary>
    /// <typeparam name="TEvent">The event: <c>InboundSms</c>, <c>SmsDeliveryReceipt</c>, <c>InboundMessage</c>, <c>MessageStatusEvent</c>, <c>CallEvent</c> and so on.</typeparam>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="pattern">The route pattern.</param>
    /// <param name="handler">Handles an event. If it throws, Vonage receives status 500 and repeats some types of webhook.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<[DynamicallyAccessedMembers(WebhookReceiver.EventMembers)] TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, Task> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapVonageWebhook<TEvent>(pattern, (webhook, _) => handler(webhook));
    }

    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Task})"/>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="pattern">The route pattern.</param>
    /// <param name="handler">Handles an event. The context provides the services and a token that is canceled when the sender disconnects.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<[DynamicallyAccessedMembers(WebhookReceiver.EventMembers)] TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, HttpContext, Task> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map<TEvent>(endpoints, pattern, async (webhook, context) =>
        {
            await handler(webhook, context).ConfigureAwait(false);
            return context.Response.HasStarted ? Results.Empty : Results.NoContent();
        });
    }

    /// <summary>Maps an endpoint that receives a voice webhook and responds with the NCCO that controls the call, as JSON.</summary>
    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Task})"/>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="pattern">The route pattern.</param>
    /// <param name="handler">Returns the NCCO for the call.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<[DynamicallyAccessedMembers(WebhookReceiver.EventMembers)] TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, Ncco> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapVonageWebhook<TEvent>(pattern, (webhook, _) => Task.FromResult(handler(webhook)));
    }

    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Ncco})"/>
    public static IEndpointConventionBuilder MapVonageWebhook<[DynamicallyAccessedMembers(WebhookReceiver.EventMembers)] TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, Task<Ncco>> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapVonageWebhook<TEvent>(pattern, (webhook, _) => handler(webhook));
    }

    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Ncco})"/>
    /// <param name="endpoints">The route builder.</param>
    /// <param name="pattern">The route pattern.</param>
    /// <param name="handler">Returns the NCCO for the call. The context provides the services and a token that is canceled when the sender disconnects.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<[DynamicallyAccessedMembers(WebhookReceiver.EventMembers)] TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, HttpContext, Task<Ncco>> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map<TEvent>(endpoints, pattern, async (webhook, context) => new NccoResult(await handler(webhook, context).ConfigureAwait(false)));
    }

    /// <summary>
    /// Accepts only requests with a valid Vonage signature. The handler receives the webhook as a <see cref="VonageWebhook{TEvent}"/>, along with
    /// any other parameters. A returned <see cref="Ncco"/> is sent as JSON; a handler without a result sends status 204.
    /// </summary>
    /// <typeparam name="TBuilder">The type of the endpoint builder.</typeparam>
    /// <param name="builder">The endpoint or group of endpoints.</param>
    public static TBuilder RequireVonageSignature<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.AddEndpointFilter<TBuilder, VonageWebhookFilter>();

    private static IEndpointConventionBuilder Map<[DynamicallyAccessedMembers(WebhookReceiver.EventMembers)] TEvent>(IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, HttpContext, Task<IResult>> handler)
        where TEvent : class, IJsonReadable
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        // Checked when the program starts rather than at the first webhook.
        if (endpoints.ServiceProvider.GetService<WebhookVerifier>() is null)
            throw new InvalidOperationException("Webhook verification is not configured. Call services.AddVonage or services.AddVonageWebhooks.");
        return endpoints.MapMethods(pattern, Methods, context => HandleAsync(context, handler));
    }

    private static async Task HandleAsync<[DynamicallyAccessedMembers(WebhookReceiver.EventMembers)] TEvent>(HttpContext context, Func<TEvent, HttpContext, Task<IResult>> handler)
        where TEvent : class, IJsonReadable
    {
        var received = await WebhookReceiver.ReceiveAsync(context).ConfigureAwait(false);
        IResult result;
        if (received.Refusal is { } status)
            result = WebhookReceiver.Refuse(status);
        else if (WebhookReceiver.Read<TEvent>(context, received) is { } webhook)
            result = await handler(webhook, context).ConfigureAwait(false);
        else
            result = WebhookReceiver.Refuse(StatusCodes.Status400BadRequest);
        await result.ExecuteAsync(context).ConfigureAwait(false);
    }
}
