using Vonage.Core;

namespace Vonage.Voice;

/// <content>Actions that bring calls together.</content>
public partial class Ncco
{
    /// <summary>Adds an action that puts the call into a conference.</summary>
    /// <param name="name">The conference. Calls that say the same name meet.</param>
    /// <param name="startOnEnter">Whether the conference starts as this participant comes in, not only later with a moderator. True unless told otherwise.</param>
    /// <param name="endOnExit">Whether the conference ends as this participant leaves. False unless told otherwise.</param>
    /// <param name="record">Whether to record the conference. False unless told otherwise.</param>
    /// <param name="mute">Whether nobody hears this participant. Not together with <paramref name="canSpeak"/>. False unless told otherwise.</param>
    /// <param name="canSpeak">The legs that may hear this participant, by their UUIDs. Empty is none, absent is all.</param>
    /// <param name="canHear">The legs that this participant may hear, by their UUIDs. Empty is none, absent is all.</param>
    /// <param name="musicOnHoldUrl">A sound file that plays until the conference starts, an absolute http or https URL.</param>
    /// <param name="transcription">Has the recording transcribed; <c>new()</c> where the defaults do. Only where <paramref name="record"/> is true.</param>
    /// <param name="eventUrl">Where the conference's events are sent, an absolute http or https URL. The call's event URL unless told otherwise.</param>
    /// <param name="eventMethod">The HTTP method for <paramref name="eventUrl"/>. POST unless told otherwise.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">Two values exclude each other. The message names action, field and rule.</exception>
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

    /// <summary>Adds an action that calls somebody else and joins the two calls.</summary>
    /// <param name="endpoint">Whom to call: a <see cref="PhoneEndpoint"/>, <see cref="AppEndpoint"/>, <see cref="WebsocketEndpoint"/>, <see cref="SipEndpoint"/> or <see cref="VbcEndpoint"/>.</param>
    /// <param name="from">The number that the called party sees, one of yours, digits only with the country code. Not together with <paramref name="randomFromNumber"/>.</param>
    /// <param name="randomFromNumber">Whether to call from any of the numbers that are linked to the application. False unless told otherwise.</param>
    /// <param name="timeout">For how long it may ring, 3 to 7200 whole seconds. 60 unless told otherwise.</param>
    /// <param name="limit">For how long the two may talk, 1 to 7200 whole seconds. 7200 unless told otherwise.</param>
    /// <param name="machineDetection">What to do when voicemail answers.</param>
    /// <param name="advancedMachineDetection">Finer control over what to do when voicemail answers. Goes before <paramref name="machineDetection"/>.</param>
    /// <param name="ringbackTone">A sound file that the caller hears, over and over, while it rings; an absolute http or https URL.</param>
    /// <param name="eventUrl">Where Vonage reports what becomes of this call, an absolute http or https URL. The first call's event URL unless told otherwise.</param>
    /// <param name="eventMethod">The HTTP method for <paramref name="eventUrl"/>. POST unless told otherwise.</param>
    /// <param name="eventType"><see cref="ConnectEventType.Synchronous"/> lets your server answer the events of this call with another NCCO.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is beyond its limits, or two exclude each other. The message names action, field and rule.</exception>
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

    /// <summary>Adds an action that moves the call's legs into a conversation that exists already.</summary>
    /// <param name="conversationId">The conversation to move to: <c>CON-</c> and a UUID.</param>
    /// <param name="mute">Whether nobody hears this leg. False unless told otherwise.</param>
    /// <param name="canSpeak">The participants that may hear this leg. Empty is none, absent is all.</param>
    /// <param name="canHear">The participants that this leg may hear. Empty is none, absent is all.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">The conversation is missing. The message names action, field and rule.</exception>
    public Ncco Transfer(string conversationId, bool? mute = null, IEnumerable<string>? canSpeak = null, IEnumerable<string>? canHear = null) =>
        Add(new TransferAction(conversationId)
        {
            Mute = mute,
            CanSpeak = canSpeak?.ToList(),
            CanHear = canHear?.ToList(),
        });
}
