using Vonage.Core;

namespace Vonage.Voice;

/// <content>Actions that receive input: DTMF, speech and recordings.</content>
public partial class Ncco
{
    /// <summary>Adds an action that collects DTMF input, speech input or both, and sends it to your server.</summary>
    /// <param name="configure">Configures the input and the URL to send it to: <c>i => i.Dtmf(maxDigits: 1).PostTo("https://example.com/answer")</c>.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">
    /// Neither DTMF nor speech is requested, or a value is out of range. The message names the action, field and rule.
    /// </exception>
    public Ncco Input(Action<InputBuilder> configure)
    {
        var input = new InputBuilder();
        (configure ?? throw new ArgumentNullException(nameof(configure)))(input);
        return Add(input.Action);
    }

    /// <summary>Adds an action that records the call from this point.</summary>
    /// <param name="eventUrl">The absolute http or https URL that receives the recording event, which contains the URL of the recording. The default is the event URL of the call.</param>
    /// <param name="format">The file format. The default is mp3, or wav if there are more than two channels.</param>
    /// <param name="split">Records each side of the conversation on a separate channel.</param>
    /// <param name="channels">The number of channels to record, 1 to 32. Requires <paramref name="split"/>.</param>
    /// <param name="endOnSilence">The silence that ends the recording, 3 to 10 seconds (whole seconds). By default, silence does not end the recording.</param>
    /// <param name="endOnKey">The key that ends the recording: a digit, <c>#</c> or <c>*</c>.</param>
    /// <param name="timeOut">The maximum duration of the recording, 3 to 7200 seconds (whole seconds).</param>
    /// <param name="beepStart">Whether to play a beep when the recording starts. The default is <see langword="false"/>.</param>
    /// <param name="transcription">Settings for transcribing the recording; <c>new()</c> for the defaults.</param>
    /// <param name="eventMethod">The HTTP method for <paramref name="eventUrl"/>. The default is POST.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range. The message names the action, field and rule.</exception>
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
