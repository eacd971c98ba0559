using Vonage.Core;

namespace Vonage.Voice;

/// <content>Actions that take something in: keys, words, recordings.</content>
public partial class Ncco
{
    /// <summary>Adds an action that takes keys, words or both, and sends them to your server.</summary>
    /// <param name="configure">Says what to take and where to send it: <c>i => i.Dtmf(maxDigits: 1).PostTo("https://example.com/answer")</c>.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">
    /// Neither keys nor words are asked for, or a value is beyond its limits. The message names action, field and rule.
    /// </exception>
    public Ncco Input(Action<InputBuilder> configure)
    {
        var input = new InputBuilder();
        (configure ?? throw new ArgumentNullException(nameof(configure)))(input);
        return Add(input.Action);
    }

    /// <summary>Adds an action that records the call from here on.</summary>
    /// <param name="eventUrl">Where the recording's URL is sent, an absolute http or https URL. The call's event URL unless told otherwise.</param>
    /// <param name="format">The file's format. mp3 unless told otherwise, wav where there are more than two channels.</param>
    /// <param name="split">Has each side of the conversation recorded on a channel of its own.</param>
    /// <param name="channels">How many channels to record, 1 to 32. Needs <paramref name="split"/>.</param>
    /// <param name="endOnSilence">How much silence ends the recording, 3 to 10 whole seconds. Without it, silence does not.</param>
    /// <param name="endOnKey">The key that ends the recording: a digit, <c>#</c> or <c>*</c>.</param>
    /// <param name="timeOut">For how long to record at most, 3 to 7200 whole seconds.</param>
    /// <param name="beepStart">Whether to beep as the recording begins. False unless told otherwise.</param>
    /// <param name="transcription">Has the recording transcribed; <c>new()</c> where the defaults do.</param>
    /// <param name="eventMethod">The HTTP method for <paramref name="eventUrl"/>. POST unless told otherwise.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is beyond its limits. The message names action, field and rule.</exception>
    public Ncco Record(
        string? eventUrl = null,
        RecordingFormat? format = null,
        RecordingSplit? split = null,
        int? channels = null,
        TimeSpan? endOnSilence = null,
        char? endOnKey = null,
        TimeSpan? timeOut = null,
        bool? beepStart = null,
        TranscriptionSettings? transcription = null,
        WebhookMethod? eventMethod = null)
    {
        var action = new RecordAction
        {
            Format = format,
            Split = split,
            Channels = channels,
            EndOnSilence = endOnSilence,
            EndOnKey = endOnKey?.ToString(),
            TimeOut = timeOut,
            BeepStart = beepStart,
            Transcription = transcription,
            EventMethod = eventMethod,
        };
        WebUrl.AddTo(action.EventUrl, "record.eventUrl", eventUrl);
        return Add(action);
    }
}
