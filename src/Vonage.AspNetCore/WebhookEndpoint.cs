using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vonage.AspNetCore;

/// <summary>
/// Receives the webhooks of an endpoint: reads the body once, verifies it, and provides it to the handler. Verification does not use the scheme,
/// host, path or address, which a proxy may change.
/// </summary>
internal sealed partial class WebhookEndpoint
{
    // The signature of such a webhook is in its body, which must therefore be read before anything is known about the sender.
    private const int MaxParametersSize = 64 * 1024;

    private static readonly ConditionalWeakTable<Endpoint, WebhookEndpoint> Made = [];

    private readonly WebhookVerifier _verifier;
    private readonly VonageWebhookOptions _limits;
    private readonly ILogger _logger;
    private readonly WebhookRequirements _requirements;
    private readonly Func<HttpContext, string?>[] _accounts;
    private readonly bool _hasMethods;

    /// <summary>Combines the options in the metadata of an endpoint.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="metadata">The metadata, from the outermost to the innermost.</param>
    /// <exception cref="InvalidOperationException">The verification of webhooks is not configured.</exception>
    public WebhookEndpoint(IServiceProvider services, IEnumerable<object> metadata)
    {
        _verifier = Verifier(services);
        _limits = services.GetRequiredService<IOptions<VonageWebhookOptions>>().Value;
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Vonage.Webhooks");
        var all = metadata.ToList();
        var options = all.Select(item => item as VonageWebhookEndpointOptions ?? (item as VonageWebhookAttribute)?.Options).OfType<VonageWebhookEndpointOptions>().ToList();
        _requirements = new WebhookRequirements
        {
            SignatureType = options.FindLast(o => o.SignatureType is not null)?.SignatureType ?? EventType.SignatureType(all),
            AllowUnsignedQuery = options.FindLast(o => o.AllowUnsignedQuery is not null)?.AllowUnsignedQuery ?? false,
        };
        _accounts = [.. options.Select(o => o.Account).OfType<Func<HttpContext, string?>>()];
        _hasMethods = all.OfType<IHttpMethodMetadata>().LastOrDefault() is { HttpMethods.Count: > 0 };
        AllowsGet = _requirements.AllowUnsignedQuery || (options.FindLast(o => o.AllowGet is not null)?.AllowGet ?? false);
    }

    public bool AllowsGet { get; }

    /// <summary>Gets what receives the webhooks of the endpoint that a request has reached: made once an endpoint.</summary>
    /// <param name="context">The request.</param>
    /// <param name="otherwise">The metadata, if there is no endpoint.</param>
    /// <exception cref="InvalidOperationException">The verification of webhooks is not configured.</exception>
    public static WebhookEndpoint Of(HttpContext context, IEnumerable<object> otherwise) => context.GetEndpoint() is { } endpoint
        ? endpoint.Metadata.GetMetadata<WebhookEndpoint>() ?? Made.GetValue(endpoint, known => new WebhookEndpoint(context.RequestServices, known.Metadata))
        : new WebhookEndpoint(context.RequestServices, otherwise);

    /// <exception cref="InvalidOperationException">The verification of webhooks is not configured.</exception>
    public static WebhookVerifier Verifier(IServiceProvider services) => services.GetService<WebhookVerifier>()
        ?? throw new InvalidOperationException("Webhook verification is not configured. Call services.AddVonage or services.AddVonageWebhooks.");

    /// <summary>Runs a handler if the request is a webhook that the endpoint accepts.</summary>
    public async Task RunAsync(HttpContext context, RequestDelegate handler)
    {
        var reception = await ReceiveAsync(context).ConfigureAwait(false);
        if (reception.Refusal != 0)
        {
            await new RefusedResult(reception.Refusal).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        var isHandled = false;
        try
        {
            await handler(context).ConfigureAwait(false);
            isHandled = context.Response.StatusCode < StatusCodes.Status400BadRequest;
        }
        finally
        {
            await reception.CompleteAsync(isHandled).ConfigureAwait(false);
        }
    }

    /// <summary>Receives the webhook of a request. If it is not rejected, call <see cref="Reception.CompleteAsync"/> after it was handled.</summary>
    public async ValueTask<Reception> ReceiveAsync(HttpContext context)
    {
        var request = context.Request;
        if (!_hasMethods && !HttpMethods.IsPost(request.Method) && !(AllowsGet && HttpMethods.IsGet(request.Method)))
            return Refuse(request, StatusCodes.Status405MethodNotAllowed, "The endpoint does not accept the HTTP method.");
        if (!TryRequire(context, out var requirements))
            return Refuse(request, StatusCodes.Status401Unauthorized, "The selectors of the endpoint select no account, or several.");
        if (context.Features.Get<ReceivedWebhook>() is { } known)
            return known.Satisfies(requirements) ? default : Refuse(request, StatusCodes.Status401Unauthorized, "Another endpoint, with other requirements, received the webhook.");

        // The body of a webhook without a valid token is not read.
        var isToken = requirements.SignatureType == WebhookSignatureType.Token;
        var authorization = isToken && request.Headers.Authorization is { Count: > 0 } header ? header.ToString() : null;
        var check = isToken ? _verifier.Open(authorization) : default;
        if (check.Failure is { } failure)
            return Refuse(request, StatusCodes.Status401Unauthorized, failure.ToString());
        var (body, refusal) = await ReadBodyAsync(request, isToken).ConfigureAwait(false);
        if (body is null)
            return Refuse(request, refusal, Explain(refusal));

        var isReceived = false;
        try
        {
            var webhook = new WebhookRequest(request.QueryString.Value, request.ContentType, body, authorization);
            var verification = body.Length == 0 && WebhookBody.IsAnnounced(request)
                ? WebhookVerification.Failed(WebhookFailure.Missing, "The body is missing. Check whether middleware has already read it.")
                : _verifier.Verify(check, webhook, requirements);
            if (verification.HasTicket)
                verification = await verification.ReserveAsync(context.RequestAborted).ConfigureAwait(false);
            if (!verification.IsValid)
                return Refuse(request, StatusCodes.Status401Unauthorized, verification.ToString());
            // Later readers, such as model binding, get the bytes that were verified.
            if (body.Length > 0)
                request.Body = new MemoryStream(body, writable: false);
            var received = new ReceivedWebhook(webhook, verification, requirements.SignatureType);
            context.Features.Set(received);
            isReceived = true;
            return new Reception(received, 0);
        }
        finally
        {
            if (!isReceived)
                WebhookBody.Release(body);
        }
    }

    private static string Explain(int refusal) => refusal switch
    {
        StatusCodes.Status413PayloadTooLarge => "The body is too large.",
        StatusCodes.Status503ServiceUnavailable => "The bodies of all webhooks are too large. See VonageWebhookOptions.MaxTotalBodySize.",
        _ => "The body cannot be read.",
    };

    private async ValueTask<(byte[]? Body, int Refusal)> ReadBodyAsync(HttpRequest request, bool isToken)
    {
        try
        {
            var limit = isToken ? _limits.MaxBodySize : Math.Min(_limits.MaxBodySize, MaxParametersSize);
            return await WebhookBody.ReadAsync(request, limit, _limits.MaxTotalBodySize, request.HttpContext.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error)
        {
            return (null, error.StatusCode);
        }
    }

    /// <summary>Adds the selected account to the requirements.</summary>
    private bool TryRequire(HttpContext context, [NotNullWhen(true)] out WebhookRequirements? requirements)
    {
        requirements = _requirements;
        if (_accounts.Length == 0)
            return true;
        var account = _accounts[0](context);
        for (var i = 1; i < _accounts.Length; i++)
        {
            if (_accounts[i](context) != account)
                return false;
        }

        if (account is null)
            return false;
        requirements = new WebhookRequirements { SignatureType = _requirements.SignatureType, AllowUnsignedQuery = _requirements.AllowUnsignedQuery, Account = account };
        return true;
    }

    private Reception Refuse(HttpRequest request, int status, string reason)
    {
        LogRefused(_logger, request.Path, reason);
        return new Reception(null, status);
    }

    [LoggerMessage(1, LogLevel.Warning, "The webhook at {Path} was rejected. {Reason}")]
    private static partial void LogRefused(ILogger logger, string? path, string reason);
}
