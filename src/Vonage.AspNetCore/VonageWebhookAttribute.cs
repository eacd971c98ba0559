using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Voice;

namespace Vonage.AspNetCore;

/// <summary>
/// Accepts only requests with a valid Vonage signature on an MVC action or controller. The action receives the event as a parameter with
/// <see cref="FromVonageWebhookAttribute"/>. A returned <see cref="Ncco"/> is sent as JSON; an action without a result sends status 204.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class VonageWebhookAttribute : Attribute, IAsyncResourceFilter, IAsyncActionFilter, IAsyncResultFilter, IOrderedFilter
{
    // Runs before MVC's own response to parameters that cannot be read, which names the parameters.
    int IOrderedFilter.Order => -3000;

    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var received = await WebhookReceiver.ReceiveAsync(context.HttpContext).ConfigureAwait(false);
        if (received.Refusal is { } status)
            context.Result = Refuse(context.HttpContext, status);
        else
            await next().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.HttpContext.Items.ContainsKey(WebhookBinder.Unreadable))
            context.Result = Refuse(context.HttpContext, StatusCodes.Status400BadRequest);
        else
            await next().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        context.Result = context.Result switch
        {
            ObjectResult { Value: Ncco ncco } => new ContentResult { Content = ncco.ToJson(), ContentType = NccoResult.ContentType, StatusCode = StatusCodes.Status200OK },
            EmptyResult or ObjectResult { Value: null } => new NoContentResult(),
            var other => other,
        };
        return next();
    }

    private static ObjectResult Refuse(HttpContext context, int status)
    {
        var problem = context.RequestServices.GetRequiredService<ProblemDetailsFactory>().CreateProblemDetails(context, status);
        return new ObjectResult(problem) { StatusCode = status, ContentTypes = { "application/problem+json" } };
    }
}
