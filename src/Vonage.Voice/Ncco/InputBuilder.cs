namespace Vonage.Voice;

/// <summary>Says what an input action takes and where it goes. Ask for keys (<see cref="Dtmf"/>), words (<see cref="Speech"/>) or both.</summary>
public sealed class InputBuilder
{
    internal InputBuilder()
    {
    }

    internal InputAction Action { get; } = new();

    /// <summary>Takes keys. Without settings, the API's defaults apply.</summary>
    /// <param name="maxDigits">After how many keys the input is over, 1 to 20. 4 unless told otherwise.</param>
    /// <param name="timeOut">How long after the last key the input is over, 0 to 10 whole seconds. 3 unless told otherwise.</param>
    /// <param name="submitOnHash">Whether the # key ends the input. False unless told otherwise.</param>
    /// <returns>This builder.</returns>
    public InputBuilder Dtmf(int? maxDigits = null, TimeSpan? timeOut = null, bool? submitOnHash = null)
    {
        Take(InputType.Dtmf);
        if (maxDigits is not null || timeOut is not null || submitOnHash is not null)
            Action.Dtmf = new DtmfSettings { MaxDigits = maxDigits, TimeOut = timeOut, SubmitOnHash = submitOnHash };
        return this;
    }

    /// <summary>Takes words. Without settings, the API's defaults apply.</summary>
    /// <param name="language">The language spoken. en-US unless told otherwise.</param>
    /// <param name="context">Words to expect, which makes hearing them likelier.</param>
    /// <param name="endOnSilence">How much silence ends the input, 0.4 to 10 seconds. 2 unless told otherwise.</param>
    /// <param name="startTimeout">How long to wait for the first word, 1 to 60 whole seconds. 10 unless told otherwise.</param>
    /// <param name="maxDuration">For how long to listen from the first word on, 1 to 60 whole seconds. 60 unless told otherwise.</param>
    /// <param name="sensitivity">How readily a sound is taken for speech and not for noise, 10 (least) to 100 (most). 90 unless told otherwise.</param>
    /// <param name="saveAudio">Whether to keep what was said as a recording, whose URL the event brings. False unless told otherwise.</param>
    /// <param name="uuid">The leg to listen to, by its UUID. The first one of the call unless told otherwise.</param>
    /// <param name="provider">Who recognises the words.</param>
    /// <param name="providerOptions">Settings that the provider knows, by name.</param>
    /// <returns>This builder.</returns>
    public InputBuilder Speech(
        SpeechLanguage? language = null,
        IEnumerable<string>? context = null,
        TimeSpan? endOnSilence = null,
        TimeSpan? startTimeout = null,
        TimeSpan? maxDuration = null,
        int? sensitivity = null,
        bool? saveAudio = null,
        string? uuid = null,
        SpeechProvider? provider = null,
        IDictionary<string, string>? providerOptions = null)
    {
        Take(InputType.Speech);
        if ((language, context, endOnSilence, startTimeout, maxDuration) is (null, null, null, null, null)
            && (sensitivity, saveAudio, uuid, provider, providerOptions) is (null, null, null, null, null))
            return this;
        Action.Speech = new SpeechSettings
        {
            Language = language,
            Context = [.. context ?? []],
            EndOnSilence = endOnSilence,
            StartTimeout = startTimeout,
            MaxDuration = maxDuration,
            Sensitivity = sensitivity,
            SaveAudio = saveAudio,
            Uuid = uuid is null ? [] : [uuid],
            Provider = provider,
            ProviderOptions = providerOptions ?? new Dictionary<string, string>(),
        };
        return this;
    }

    /// <summary>Lets the NCCO go on at once: each key is sent as it is pressed. Keys then take no settings.</summary>
    /// <returns>This builder.</returns>
    public InputBuilder Asynchronous()
    {
        Action.Mode = InputMode.Asynchronous;
        return this;
    }

    /// <summary>Has the input sent by POST. The NCCO in the reply is what the call goes on with.</summary>
    /// <param name="url">An absolute http or https URL. The call's event URL unless told otherwise.</param>
    /// <returns>This builder.</returns>
    public InputBuilder PostTo(string url) => Send(url, null);

    /// <summary>Has the input sent by a method of your choice. The NCCO in the reply is what the call goes on with.</summary>
    /// <param name="url">An absolute http or https URL. The call's event URL unless told otherwise.</param>
    /// <param name="method">The HTTP method.</param>
    /// <returns>This builder.</returns>
    public InputBuilder SendTo(string url, WebhookMethod method) => Send(url, method);

    private InputBuilder Send(string url, WebhookMethod? method)
    {
        Action.EventUrl.Clear();
        Action.EventUrl.Add(WebUrl.Parse("input.eventUrl", url));
        Action.EventMethod = method;
        return this;
    }

    private void Take(InputType type)
    {
        if (!Action.Type.Contains(type))
            Action.Type.Add(type);
    }
}
