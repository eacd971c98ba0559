using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace Vonage.AspNetCore;

/// <summary>
/// Reads a request's body once, and has it verified. Nothing here looks at scheme, host, path or address, which a proxy may change; the
/// body is read as it comes, with or without a length.
/// </summary>
internal static partial class WebhookReceiver
{
    /// <summary>Receives the webhook of a request. Asked again, gives what came of the first time.</summary>
    public static async Task<ReceivedWebhook> ReceiveAsync(HttpContext context)
    {
        if (context.Features.Get<ReceivedWebhook>() is { } received)
            return received;
        received = await ReadAsync(context).ConfigureAwait(false);
        context.Features.Set(received);
        return received;
    }

    /// <summary>Reads the event of a webhook that is to be trusted.</summary>
    /// <returns>Null where its fields do not fit.</returns>
    public static TEvent? Read<TEvent>(HttpContext context, ReceivedWebhook webhook)
        where TEvent : class
    {
        try
        {
            return webhook.Request!.Read<TEvent>();
        }
        catch (JsonException)
        {
            // Not the error itself: it quotes what the sender wrote.
            LogUnreadable(Logger(context), context.Request.Path, typeof(TEvent).Name);
            return null;
        }
    }

    /// <summary>The answer to who must not get in, which says no more than the status.</summary>
    public static IResult Refuse(int status) => Results.Problem(statusCode: status);

    private static async Task<ReceivedWebhook> ReadAsync(HttpContext context)
    {
        var verifier = context.RequestServices.GetService<WebhookVerifier>()
            ?? throw new InvalidOperationException("There is nothing to verify webhooks with. Call services.AddVonage or services.AddVonageWebhooks.");
        var limit = context.RequestServices.GetRequiredService<IOptions<VonageWebhookOptions>>().Value.MaxBodySize;
        byte[]? body;
        try
        {
            body = await ReadBodyAsync(context.Request, limit, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error)
        {
            LogRefused(Logger(context), context.Request.Path, error.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The body is too large" : "The body cannot be read");
            return new ReceivedWebhook(null, null, error.StatusCode);
        }

        if (body is null)
        {
            LogRefused(Logger(context), context.Request.Path, "The body is too large");
            return new ReceivedWebhook(null, null, StatusCodes.Status413PayloadTooLarge);
        }

        // Whoever comes after finds the body where it was.
        context.Request.Body = new MemoryStream(body, writable: false);
        var headers = context.Request.Headers;
        var webhook = new WebhookRequest(context.Request.QueryString.Value, context.Request.ContentType, body, headers.Authorization.Count == 0 ? null : headers.Authorization.ToString());
        var verification = await verifier.VerifyAsync(webhook, context.RequestAborted).ConfigureAwait(false);
        if (!verification.IsValid)
            LogRefused(Logger(context), context.Request.Path, verification.ToString());
        return new ReceivedWebhook(webhook, verification, verification.IsValid ? null : StatusCodes.Status401Unauthorized);
    }

    /// <summary>The body, or null where it is too large.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return null;
        // Somebody upstream may have had the body buffered, and have read it.
        if (request.Body.CanSeek)
            request.Body.Position = 0;
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int count;
            while ((count = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (body.Length + count > limit)
                    return null;
                body.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return body.ToArray();
    }

    private static ILogger Logger(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Vonage.Webhooks");

    [LoggerMessage(1, LogLevel.Warning, "The webhook at {Path} was refused. {Reason}")]
    private static partial void LogRefused(ILogger logger, string? path, string reason);

    [LoggerMessage(2, LogLevel.Warning, "The webhook at {Path} is signed as it should be, but cannot be read as {Event}.")]
    private static partial void LogUnreadable(ILogger logger, string? path, string @event);
}
