using Microsoft.AspNetCore.Http;
using Vonage.Voice;

namespace Vonage.AspNetCore;

/// <summary>Rejects webhooks whose fields do not match the handler's event, and writes the handler's result.</summary>
internal sealed class VonageWebhookFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.Any(argument => argument is IVonageWebhook { IsReadable: false }))
            return new RefusedResult(StatusCodes.Status400BadRequest);
        return await next(context).ConfigureAwait(false) switch
        {
            null => Results.NoContent(),
            Ncco ncco => new NccoResult(ncco),
            IResult result when result == Results.Empty => Results.NoContent(),
            var other => other,
        };
    }
}
