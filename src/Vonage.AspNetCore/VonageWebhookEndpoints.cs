using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vonage;
using Vonage.AspNetCore;
using Vonage.Voice;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Endpoints that receive Vonage's webhooks.</summary>
public static class VonageWebhookEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>
    /// Receives a webhook by GET and POST (query, form, JSON): it is verified, read into an event and handed over. The sender gets 204; 401
    /// where the webhook is not to be trusted, 400 where it cannot be read, 413 where it is too large, and never a reason: that is logged.
    /// </summary>
    /// <typeparam name="TEvent">The event: <c>InboundSms</c>, <c>SmsDeliveryReceipt</c>, <c>InboundMessage</c>, <c>MessageStatus</c>, <c>CallEvent</c> and so on.</typeparam>
    /// <param name="endpoints">Where to add the endpoint.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">Handles an event. Where it throws, Vonage gets a 500 and, for some kinds of webhook, tries again.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, Task> handler)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapVonageWebhook<TEvent>(pattern, (webhook, _) => handler(webhook));
    }

    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Task})"/>
    /// <param name="endpoints">Where to add the endpoint.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">Handles an event. The context has the services and the token that ends when the sender goes away.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, HttpContext, Task> handler)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map<TEvent>(endpoints, pattern, async (webhook, context) =>
        {
            await handler(webhook, context).ConfigureAwait(false);
            return context.Response.HasStarted ? Results.Empty : Results.NoContent();
        });
    }

    /// <summary>Receives a voice webhook that asks what a call shall do next, and answers with the NCCO as JSON.</summary>
    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Task})"/>
    /// <param name="endpoints">Where to add the endpoint.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">Says what the call shall do.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, Ncco> handler)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapVonageWebhook<TEvent>(pattern, (webhook, _) => Task.FromResult(handler(webhook)));
    }

    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Ncco})"/>
    public static IEndpointConventionBuilder MapVonageWebhook<TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, Task<Ncco>> handler)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapVonageWebhook<TEvent>(pattern, (webhook, _) => handler(webhook));
    }

    /// <inheritdoc cref="MapVonageWebhook{TEvent}(IEndpointRouteBuilder, string, Func{TEvent, Ncco})"/>
    /// <param name="endpoints">Where to add the endpoint.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">Says what the call shall do. The context has the services and the token that ends when the sender goes away.</param>
    public static IEndpointConventionBuilder MapVonageWebhook<TEvent>(this IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, HttpContext, Task<Ncco>> handler)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map<TEvent>(endpoints, pattern, async (webhook, context) => new NccoResult(await handler(webhook, context).ConfigureAwait(false)));
    }

    /// <summary>
    /// Lets a request through only where it is a webhook to be trusted. The handler takes it as a <see cref="VonageWebhook{TEvent}"/>, beside
    /// whatever else it needs; an <see cref="Ncco"/> that it returns is sent as JSON, and nothing as 204.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint.</typeparam>
    /// <param name="builder">The endpoint, or a group of them.</param>
    public static TBuilder RequireVonageSignature<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.AddEndpointFilter<TBuilder, VonageWebhookFilter>();

    private static IEndpointConventionBuilder Map<TEvent>(IEndpointRouteBuilder endpoints, string pattern, Func<TEvent, HttpContext, Task<IResult>> handler)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        // Here, when the program starts, rather than at the first webhook.
        if (endpoints.ServiceProvider.GetService<WebhookVerifier>() is null)
            throw new InvalidOperationException("There is nothing to verify webhooks with. Call services.AddVonage or services.AddVonageWebhooks.");
        return endpoints.MapMethods(pattern, Methods, context => HandleAsync(context, handler));
    }

    private static async Task HandleAsync<TEvent>(HttpContext context, Func<TEvent, HttpContext, Task<IResult>> handler)
        where TEvent : class
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
