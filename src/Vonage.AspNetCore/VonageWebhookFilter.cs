using Microsoft.AspNetCore.Http;
using Vonage.Voice;

namespace Vonage.AspNetCore;

/// <summary>Accepts only requests with a valid Vonage signature whose fields match the handler's event.</summary>
public sealed class VonageWebhookFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var received = await WebhookReceiver.ReceiveAsync(context.HttpContext).ConfigureAwait(false);
        if (received.Refusal is { } status)
            return WebhookReceiver.Refuse(status);
        if (context.Arguments.Any(argument => argument is IVonageWebhook { IsReadable: false }))
            return WebhookReceiver.Refuse(StatusCodes.Status400BadRequest);
        return await next(context).ConfigureAwait(false) switch
        {
            null => Results.NoContent(),
            Ncco ncco => new NccoResult(ncco),
            IResult result when result == Results.Empty => Results.NoContent(),
            var other => other,
        };
    }
}
