using Vonage.Core;

namespace Vonage.Voice;

/// <content>Actions that play audio: text-to-speech and audio files.</content>
public partial class Ncco
{
    /// <summary>Adds a text-to-speech action.</summary>
    /// <param name="text">The text: plain text or SSML, 1 to 1500 characters.</param>
    /// <param name="bargeIn">Whether DTMF or speech input stops the text, if an input action follows. The default is <see langword="false"/>.</param>
    /// <param name="loop">The number of times to play it; 0 repeats it without limit. The default is 1.</param>
    /// <param name="level">The volume, from -1 (quietest) to 1 (loudest). The default is 0.</param>
    /// <param name="language">The language of the voice. The default is en-US.</param>
    /// <param name="style">The voice of the language, starting from 0. The default is 0.</param>
    /// <param name="premium">Whether to use the premium version of the voice, if available. The default is <see langword="false"/>.</param>
    /// <param name="provider">The text-to-speech provider.</param>
    /// <param name="providerOptions">Provider-specific settings, by name.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range. The message names the action, field and rule.</exception>
    public Ncco Talk(
        string text,
        bool? bargeIn = null,
        int? loop = null,
        decimal? level = null,
        TalkLanguage? language = null,
        int? style = null,
        bool? premium = null,
        TalkProvider? provider = null,
        IDictionary<string, string>? providerOptions = null)
    {
        var action = new TalkAction(text)
        {
            BargeIn = bargeIn,
            Loop = loop,
            Level = level,
            Language = language,
            Style = style,
            Premium = premium,
            Provider = provider,
        };
        if (providerOptions is not null)
            action.ProviderOptions = providerOptions;
        return Add(action);
    }

    /// <summary>Adds an action that plays an audio file.</summary>
    /// <param name="url">The absolute http or https URL of the audio file (mp3 or wav).</param>
    /// <param name="bargeIn">Whether DTMF or speech input stops the audio, if an input action follows. The default is <see langword="false"/>.</param>
    /// <param name="loop">The number of times to play it; 0 repeats it without limit. The default is 1.</param>
    /// <param name="level">The volume, from -1 (quietest) to 1 (loudest). The default is 0.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range. The message names the action, field and rule.</exception>
    public Ncco Stream(string url, bool? bargeIn = null, int? loop = null, decimal? level = null) => Add(new StreamAction
    {
        StreamUrl = { WebUrl.Parse("stream.streamUrl", url) },
        BargeIn = bargeIn,
        Loop = loop,
        Level = level,
    });
}
