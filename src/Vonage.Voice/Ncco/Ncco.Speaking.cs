using Vonage.Core;

namespace Vonage.Voice;

/// <content>Actions that play audio: text-to-speech and audio files.</content>
public partial class Ncco
{
    /// <summary>Adds a text-to-speech action.</summary>
    /// <param name="text">The text: plain text or SSML, 1 to 1500 characters.</param>
    /// <param name="bargeIn">Whether DTMF or speech input stops the text, if an input action follows. The default is <see langword="false"/>.</param>
    /// <param name="loop">The number of times to play it; 0 repeats it without limit. The default is 1.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range. The message names the action, field and rule.</exception>
    public Ncco Talk(string text, bool? bargeIn = null, int? loop = null) => Add(new TalkAction(text) { BargeIn = bargeIn, Loop = loop });

    /// <summary>Adds a text-to-speech action with further settings, such as the language and the volume.</summary>
    /// <param name="text">The text: plain text or SSML, 1 to 1500 characters.</param>
    /// <param name="configure">Sets the properties of the action: <c>talk => talk.Language = TalkLanguage.EnGB</c>.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range. The message names the action, field and rule.</exception>
    public Ncco Talk(string text, Action<TalkAction> configure) => Add(new TalkAction(text), configure);

    /// <summary>Adds an action that plays an audio file.</summary>
    /// <param name="url">The absolute http or https URL of the audio file (mp3 or wav).</param>
    /// <param name="bargeIn">Whether DTMF or speech input stops the audio, if an input action follows. The default is <see langword="false"/>.</param>
    /// <param name="loop">The number of times to play it; 0 repeats it without limit. The default is 1.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range. The message names the action, field and rule.</exception>
    public Ncco Stream(Uri url, bool? bargeIn = null, int? loop = null) => Add(new StreamAction { StreamUrl = { url }, BargeIn = bargeIn, Loop = loop });

    /// <summary>Adds an action that plays an audio file with further settings, such as the volume.</summary>
    /// <param name="url">The absolute http or https URL of the audio file (mp3 or wav).</param>
    /// <param name="configure">Sets the properties of the action: <c>stream => stream.Level = 0.5m</c>.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range. The message names the action, field and rule.</exception>
    public Ncco Stream(Uri url, Action<StreamAction> configure) => Add(new StreamAction { StreamUrl = { url } }, configure);
}
