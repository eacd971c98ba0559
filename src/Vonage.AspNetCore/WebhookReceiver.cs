using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace Vonage.AspNetCore;

/// <summary>
/// Reads the body of a request once and verifies it. Verification does not use the scheme, host, path or address, which a proxy may change.
/// The body is read with or without a Content-Length.
/// </summary>
internal static partial class WebhookReceiver
{
    /// <summary>The members of an event that <see cref="WebhookRequest.Read{T}"/> requires.</summary>
    public const DynamicallyAccessedMemberTypes EventMembers = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.NonPublicConstructors;

    /// <summary>Receives the webhook of a request. Further calls return the result of the first one.</summary>
    public static async Task<ReceivedWebhook> ReceiveAsync(HttpContext context)
    {
        if (context.Features.Get<ReceivedWebhook>() is { } received)
            return received;
        received = await ReadAsync(context).ConfigureAwait(false);
        context.Features.Set(received);
        return received;
    }

    /// <summary>Reads the event of a verified webhook.</summary>
    /// <returns>The event; null if the fields do not match its type.</returns>
    public static TEvent? Read<[DynamicallyAccessedMembers(EventMembers)] TEvent>(HttpContext context, ReceivedWebhook webhook)
        where TEvent : class, IJsonReadable
    {
        try
        {
            return webhook.Request!.Read<TEvent>();
        }
        catch (JsonException)
        {
            // The error itself is not logged because it quotes the sender's data.
            LogUnreadable(Logger(context), context.Request.Path, typeof(TEvent).Name);
            return null;
        }
    }

    /// <summary>The response to a rejected request, which contains only the status.</summary>
    public static IResult Refuse(int status) => new RefusedResult(status);

    private static async Task<ReceivedWebhook> ReadAsync(HttpContext context)
    {
        var verifier = context.RequestServices.GetService<WebhookVerifier>()
            ?? throw new InvalidOperationException("Webhook verification is not configured. Call services.AddVonage or services.AddVonageWebhooks.");
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

        // Resets the body for later readers.
        context.Request.Body = new MemoryStream(body, writable: false);
        var headers = context.Request.Headers;
        var webhook = new WebhookRequest(context.Request.QueryString.Value, context.Request.ContentType, body, headers.Authorization.Count == 0 ? null : headers.Authorization.ToString());
        var verification = await verifier.VerifyAsync(webhook, context.RequestAborted).ConfigureAwait(false);
        if (!verification.IsValid)
            LogRefused(Logger(context), context.Request.Path, verification.ToString());
        return new ReceivedWebhook(webhook, verification, verification.IsValid ? null : StatusCodes.Status401Unauthorized);
    }

    /// <summary>Reads the body; null if it is too large.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return null;
        // Earlier middleware may have buffered and read the body.
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

    [LoggerMessage(1, LogLevel.Warning, "The webhook at {Path} was rejected. {Reason}")]
    private static partial void LogRefused(ILogger logger, string? path, string reason);

    [LoggerMessage(2, LogLevel.Warning, "The webhook at {Path} has a valid signature but cannot be read as {Event}.")]
    private static partial void LogUnreadable(ILogger logger, string? path, string @event);
}
