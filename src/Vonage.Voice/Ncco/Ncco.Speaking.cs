using Vonage.Core;

namespace Vonage.Voice;

/// <content>Actions that are heard: text and sound files.</content>
public partial class Ncco
{
    /// <summary>Adds an action that speaks a text.</summary>
    /// <param name="text">What to say: plain text or SSML, 1 to 1500 characters.</param>
    /// <param name="bargeIn">Whether a key or a word ends the text early, where an input action follows. False unless told otherwise.</param>
    /// <param name="loop">How many times to say it. 0 is without end, 1 the default.</param>
    /// <param name="level">How loud, from -1 (softest) to 1 (loudest). 0 unless told otherwise.</param>
    /// <param name="language">The language of the voice. en-US unless told otherwise.</param>
    /// <param name="style">Which of the language's voices to use, counted from 0, the default.</param>
    /// <param name="premium">Whether to use the premium version of the voice, where there is one. False unless told otherwise.</param>
    /// <param name="provider">Whose voices to use.</param>
    /// <param name="providerOptions">Settings that the provider knows, by name.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is beyond its limits. The message names action, field and rule.</exception>
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

    /// <summary>Adds an action that plays a sound file.</summary>
    /// <param name="url">The file, mp3 or wav, as an absolute http or https URL.</param>
    /// <param name="bargeIn">Whether a key or a word ends the sound early, where an input action follows. False unless told otherwise.</param>
    /// <param name="loop">How many times to play it. 0 is without end, 1 the default.</param>
    /// <param name="level">How loud, from -1 (softest) to 1 (loudest). 0 unless told otherwise.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is beyond its limits. The message names action, field and rule.</exception>
    public Ncco Stream(string url, bool? bargeIn = null, int? loop = null, decimal? level = null) => Add(new StreamAction
    {
        StreamUrl = { WebUrl.Parse("stream.streamUrl", url) },
        BargeIn = bargeIn,
        Loop = loop,
        Level = level,
    });
}
