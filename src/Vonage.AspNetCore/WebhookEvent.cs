using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace Vonage.AspNetCore;

/// <summary>Reads the event of a verified webhook.</summary>
internal static partial class WebhookEvent
{
    /// <summary>The members of an event that <see cref="WebhookRequest.Read{T}"/> requires.</summary>
    public const DynamicallyAccessedMemberTypes Members = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.NonPublicConstructors;

    /// <returns>The event; null if the fields do not match its type.</returns>
    public static TEvent? Read<[DynamicallyAccessedMembers(Members)] TEvent>(HttpContext context, ReceivedWebhook webhook)
        where TEvent : class, IJsonReadable
    {
        try
        {
            return webhook.Request.Read<TEvent>();
        }
        catch (JsonException)
        {
            // The error itself is not logged because it quotes the sender's data.
            LogUnreadable(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Vonage.Webhooks"), context.Request.Path, typeof(TEvent).Name);
            return null;
        }
    }

    [LoggerMessage(2, LogLevel.Warning, "The webhook at {Path} has a valid signature but cannot be read as {Event}.")]
    private static partial void LogUnreadable(ILogger logger, string? path, string @event);
}
