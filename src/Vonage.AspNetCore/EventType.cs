using Microsoft.AspNetCore.Mvc.Abstractions;
using Vonage.Sms;

namespace Vonage.AspNetCore;

/// <summary>The event that the handler of an endpoint receives, in the metadata of the endpoint.</summary>
internal sealed class EventType(Type type, bool isMapped = false)
{
    private readonly Type _type = type;

    /// <summary>Indicates whether <c>MapVonageWebhook</c> maps the endpoint.</summary>
    public bool IsMapped { get; } = isMapped;

    /// <summary>Gets the type of signature that belongs to the event of an endpoint; a token if it has none.</summary>
    public static WebhookSignatureType SignatureType(IEnumerable<object> metadata)
    {
        var types = metadata.SelectMany(item => item switch
        {
            EventType known => [known._type],
            ActionDescriptor action => action.Parameters.Where(parameter => parameter.BindingInfo?.BinderType == typeof(WebhookBinder)).Select(parameter => parameter.ParameterType),
            _ => [],
        });
        return types.LastOrDefault() is { } type && (type == typeof(InboundSms) || type == typeof(SmsDeliveryReceipt)) ? WebhookSignatureType.Parameters : WebhookSignatureType.Token;
    }
}
