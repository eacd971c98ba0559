using Vonage.Core;

namespace Vonage.Voice;

/// <content>Actions that connect calls.</content>
public partial class Ncco
{
    /// <summary>Adds an action that adds the call to a conference.</summary>
    /// <param name="name">The name of the conference. Calls with the same name join the same conference.</param>
    /// <param name="startOnEnter">Whether the conference starts when this participant joins, instead of when a moderator joins. The default is <see langword="true"/>.</param>
    /// <param name="endOnExit">Whether the conference ends when this participant leaves. The default is <see langword="false"/>.</param>
    /// <param name="record">Whether to record the conference. The default is <see langword="false"/>.</param>
    /// <param name="mute">Whether this participant is muted. Cannot be combined with <paramref name="canSpeak"/>. The default is <see langword="false"/>.</param>
    /// <param name="canSpeak">The UUIDs of the legs that can hear this participant. An empty list means none; <see langword="null"/> means all.</param>
    /// <param name="canHear">The UUIDs of the legs that this participant can hear. An empty list means none; <see langword="null"/> means all.</param>
    /// <param name="musicOnHoldUrl">The absolute http or https URL of an audio file that plays until the conference starts.</param>
    /// <param name="transcription">Settings for transcribing the recording; <c>new()</c> for the defaults. Requires <paramref name="record"/> to be <see langword="true"/>.</param>
    /// <param name="eventUrl">The absolute http or https URL that receives the events of the conference. The default is the event URL of the call.</param>
    /// <param name="eventMethod">The HTTP method for <paramref name="eventUrl"/>. The default is POST.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">Two values cannot be combined. The message names the action, field and rule.</exception>
    public Ncco Conversation(
        string name,
        bool? startOnEnter = null,
        bool? endOnExit = null,
        bool? record = null,
        bool? mute = null,
        IEnumerable<string>? canSpeak = null,
        IEnumerable<string>? canHear = null,
        string? musicOnHoldUrl = null,
        TranscriptionSettings? transcription = null,
        string? eventUrl = null,
        WebhookMethod? eventMethod = null)
    {
        var action = new ConversationAction(name)
        {
            StartOnEnter = startOnEnter,
            EndOnExit = endOnExit,
            Record = record,
            Mute = mute,
            CanSpeak = canSpeak?.ToList(),
            CanHear = canHear?.ToList(),
            Transcription = transcription,
            EventMethod = eventMethod,
        };
        WebUrl.AddTo(action.MusicOnHoldUrl, "conversation.musicOnHoldUrl", musicOnHoldUrl);
        WebUrl.AddTo(action.EventUrl, "conversation.eventUrl", eventUrl);
        return Add(action);
    }

    /// <summary>Adds an action that calls another endpoint and connects it to the call.</summary>
    /// <param name="endpoint">The endpoint to call: a <see cref="PhoneEndpoint"/>, <see cref="AppEndpoint"/>, <see cref="WebsocketEndpoint"/>, <see cref="SipEndpoint"/> or <see cref="VbcEndpoint"/>.</param>
    /// <param name="from">The caller ID, one of your numbers: digits only, starting with the country code. Cannot be combined with <paramref name="randomFromNumber"/>.</param>
    /// <param name="randomFromNumber">Whether to use a random number of the application as the caller ID. The default is <see langword="false"/>.</param>
    /// <param name="timeout">The maximum ringing time, 3 to 7200 seconds (whole seconds). The default is 60 seconds.</param>
    /// <param name="limit">The maximum duration of the connected call, 1 to 7200 seconds (whole seconds). The default is 7200 seconds.</param>
    /// <param name="machineDetection">The behavior when an answering machine is detected.</param>
    /// <param name="advancedMachineDetection">Advanced settings for answering machine detection. Takes precedence over <paramref name="machineDetection"/>.</param>
    /// <param name="ringbackTone">The absolute http or https URL of an audio file that is repeated to the caller while the phone rings.</param>
    /// <param name="eventUrl">The absolute http or https URL that receives the events of this call. The default is the event URL of the first call.</param>
    /// <param name="eventMethod">The HTTP method for <paramref name="eventUrl"/>. The default is POST.</param>
    /// <param name="eventType"><see cref="ConnectEventType.Synchronous"/> lets your server respond to the events of this call with a new NCCO.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range, or two values cannot be combined. The message names the action, field and rule.</exception>
    public Ncco Connect(
        CallEndpoint endpoint,
        string? from = null,
        bool? randomFromNumber = null,
        TimeSpan? timeout = null,
        TimeSpan? limit = null,
        MachineDetectionBehavior? machineDetection = null,
        AdvancedMachineDetection? advancedMachineDetection = null,
        string? ringbackTone = null,
        string? eventUrl = null,
        WebhookMethod? eventMethod = null,
        ConnectEventType? eventType = null)
    {
        var action = new ConnectAction
        {
            Endpoint = { endpoint },
            From = from,
            RandomFromNumber = randomFromNumber,
            Timeout = timeout,
            Limit = limit,
            MachineDetection = machineDetection,
            AdvancedMachineDetection = advancedMachineDetection,
            RingbackTone = ringbackTone is null ? null : WebUrl.Parse("connect.ringbackTone", ringbackTone),
            EventMethod = eventMethod,
            EventType = eventType,
        };
        WebUrl.AddTo(action.EventUrl, "connect.eventUrl", eventUrl);
        return Add(action);
    }

    /// <summary>Adds an action that moves the legs of the call to an existing conversation.</summary>
    /// <param name="conversationId">The ID of the conversation: <c>CON-</c> followed by a UUID.</param>
    /// <param name="mute">Whether this leg is muted. The default is <see langword="false"/>.</param>
    /// <param name="canSpeak">The participants that can hear this leg. An empty list means none; <see langword="null"/> means all.</param>
    /// <param name="canHear">The participants that this leg can hear. An empty list means none; <see langword="null"/> means all.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">The conversation ID is missing. The message names the action, field and rule.</exception>
    public Ncco Transfer(string conversationId, bool? mute = null, IEnumerable<string>? canSpeak = null, IEnumerable<string>? canHear = null) =>
        Add(new TransferAction(conversationId)
        {
            Mute = mute,
            CanSpeak = canSpeak?.ToList(),
            CanHear = canHear?.ToList(),
        });
}
