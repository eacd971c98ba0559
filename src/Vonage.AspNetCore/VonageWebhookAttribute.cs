using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Voice;

namespace Vonage.AspNetCore;

/// <summary>
/// Accepts only requests with a valid Vonage signature on an MVC action or controller. The action receives the event as a parameter with
/// <see cref="FromVonageWebhookAttribute"/>.
/// </summary>
/// <remarks>
/// A returned <see cref="Ncco"/> is sent as JSON; an action without a result sends status 204. The attribute also protects a Razor Page, on its model. To
/// select the account by request, add <c>RequireVonageSignature(context => …)</c> to <c>MapControllers()</c>. Elsewhere the attribute protects nothing: on a
/// minimal API handler or a hub, call <c>RequireVonageSignature()</c>, which reads its options; on a handler method of a Razor Page, move it to the model.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class VonageWebhookAttribute : Attribute, IAsyncResourceFilter, IAsyncActionFilter, IAsyncResultFilter, IOrderedFilter
{
    private WebhookSignatureType? _signatureType;
    private bool? _allowGet;
    private bool? _allowUnsignedQuery;

    // Runs before MVC's own response to parameters that cannot be read, which names the parameters.
    int IOrderedFilter.Order => -3000;

    /// <summary>How webhooks must be signed.</summary>
    /// <inheritdoc cref="VonageWebhookEndpointOptions.SignatureType"/>
    public WebhookSignatureType SignatureType
    {
        get => _signatureType ?? WebhookSignatureType.Token;
        set => _signatureType = value;
    }

    /// <summary>The API key of the account that must have signed the webhook. The default is any account whose secret is configured.</summary>
    public string? Account { get; set; }

    /// <summary>Accepts GET in addition to POST.</summary>
    /// <inheritdoc cref="VonageWebhookEndpointOptions.AllowGet"/>
    public bool AllowGet
    {
        get => _allowGet ?? false;
        set => _allowGet = value;
    }

    /// <summary>Accepts GET requests with a token, which does not protect the query.</summary>
    /// <inheritdoc cref="VonageWebhookEndpointOptions.AllowUnsignedQuery"/>
    public bool AllowUnsignedQuery
    {
        get => _allowUnsignedQuery ?? false;
        set => _allowUnsignedQuery = value;
    }

    internal VonageWebhookEndpointOptions Options => new()
    {
        SignatureType = _signatureType,
        Account = Account is { } account ? _ => account : null,
        AllowGet = _allowGet,
        AllowUnsignedQuery = _allowUnsignedQuery,
    };

    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var reception = await WebhookEndpoint.Of(context.HttpContext, [this, context.ActionDescriptor]).ReceiveAsync(context.HttpContext).ConfigureAwait(false);
        if (reception.Refusal != 0)
        {
            context.Result = Refuse(context.HttpContext, reception.Refusal);
            return;
        }

        var isHandled = false;
        try
        {
            var executed = await next().ConfigureAwait(false);
            isHandled = (executed.Exception is null || executed.ExceptionHandled) && context.HttpContext.Response.StatusCode < StatusCodes.Status400BadRequest;
        }
        finally
        {
            await reception.CompleteAsync(isHandled).ConfigureAwait(false);
        }
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
