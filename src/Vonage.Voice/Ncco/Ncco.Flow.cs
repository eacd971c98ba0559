using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage.Voice;

/// <content>Actions without audio: notifications to your server, and pauses.</content>
public partial class Ncco
{
    /// <summary>Adds an action that sends a custom notification to your server, for example to track the progress of a call.</summary>
    /// <param name="payload">The payload: an object that Newtonsoft.Json serializes to a JSON object, such as <c>new { step = 2 }</c> or a dictionary. Members that are not set are also sent.</param>
    /// <param name="eventUrl">The absolute http or https URL that receives the notification. An NCCO in the response replaces the current NCCO.</param>
    /// <param name="eventMethod">The HTTP method. The default is POST.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">The payload is no JSON object, or the URL cannot be used. The message names action, field and rule.</exception>
    [RequiresUnreferencedCode("The payload is written by reflection, and trimming may remove its members. Pass a JObject.")]
    [RequiresDynamicCode("The payload is written by reflection. Pass a JObject.")]
    public Ncco Notify(object payload, Uri eventUrl, WebhookMethod? eventMethod = null) =>
        Notify(JToken.FromObject(payload ?? throw new ArgumentNullException(nameof(payload)), JsonSerializer.Create()), eventUrl, eventMethod);

    /// <summary>Adds an action that sends JSON to your server, so that it knows how far the call has come.</summary>
    /// <param name="payload">The JSON object to send, unchanged.</param>
    /// <param name="eventUrl">The absolute http or https URL that receives it. An NCCO in the response replaces the current one.</param>
    /// <param name="eventMethod">The HTTP method. The default is POST.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">The payload is not a JSON object, or the URL cannot be used. The message names action, field and rule.</exception>
    public Ncco Notify(JToken payload, Uri eventUrl, WebhookMethod? eventMethod = null)
    {
        var action = new NotifyAction { EventUrl = { eventUrl }, EventMethod = eventMethod };
        if ((payload ?? throw new ArgumentNullException(nameof(payload))) is not JObject members)
            throw new InvalidRequestException("notify.payload", "must be a JSON object, such as the one that new { step = 2 } becomes.");
        foreach (var member in members)
            action.Payload.Add(member.Key, member.Value!);
        return Add(action);
    }

    /// <summary>Adds an action that pauses the call flow.</summary>
    /// <param name="timeout">The duration, 0.1 to 7200 seconds. The default is 10 seconds.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">The duration is out of range. The message names the action, field and rule.</exception>
    public Ncco Wait(TimeSpan? timeout = null) => Add(new WaitAction { Timeout = timeout });
}
