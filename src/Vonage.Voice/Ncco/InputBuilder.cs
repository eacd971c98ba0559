namespace Vonage.Voice;

/// <summary>Configures an input action. Request DTMF (<see cref="Dtmf"/>), speech (<see cref="Speech"/>) or both.</summary>
public sealed class InputBuilder
{
    internal InputBuilder()
    {
    }

    internal InputAction Action { get; } = new();

    /// <summary>Collects DTMF input.</summary>
    /// <param name="maxDigits">The maximum number of digits, 1 to 20. The default is 4.</param>
    /// <param name="timeOut">The time after the last key press that ends the input, 0 to 10 seconds (whole seconds). The default is 3 seconds.</param>
    /// <param name="submitOnHash">Whether the # key ends the input. The default is <see langword="false"/>.</param>
    /// <returns>This builder.</returns>
    public InputBuilder Dtmf(int? maxDigits = null, TimeSpan? timeOut = null, bool? submitOnHash = null)
    {
        Take(InputType.Dtmf);
        if (maxDigits is not null || timeOut is not null || submitOnHash is not null)
            Action.Dtmf = new DtmfSettings { MaxDigits = maxDigits, TimeOut = timeOut, SubmitOnHash = submitOnHash };
        return this;
    }

    /// <summary>Collects speech input.</summary>
    /// <param name="language">The spoken language. The default is en-US.</param>
    /// <param name="context">Expected words, which improve recognition.</param>
    /// <param name="endOnSilence">The silence that ends the input, 0.4 to 10 seconds. The default is 2 seconds.</param>
    /// <param name="startTimeout">The time to wait for speech to start, 1 to 60 seconds (whole seconds). The default is 10 seconds.</param>
    /// <param name="maxDuration">The maximum duration of the speech, 1 to 60 seconds (whole seconds). The default is 60 seconds.</param>
    /// <param name="sensitivity">The sensitivity that distinguishes speech from noise, 10 (lowest) to 100 (highest). The default is 90.</param>
    /// <param name="saveAudio">Whether to save the speech as a recording. The event contains its URL. The default is <see langword="false"/>.</param>
    /// <param name="uuid">The UUID of the leg to listen to. The default is the first leg of the call.</param>
    /// <param name="provider">The speech recognition provider.</param>
    /// <param name="providerOptions">Provider-specific settings, by name.</param>
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

    /// <summary>Makes the input asynchronous: the NCCO continues immediately, and each key is sent when it is pressed. DTMF settings are then not allowed.</summary>
    /// <returns>This builder.</returns>
    public InputBuilder Asynchronous()
    {
        Action.Mode = InputMode.Asynchronous;
        return this;
    }

    /// <summary>Sends the input by POST. The call continues with the NCCO in the response.</summary>
    /// <param name="url">An absolute http or https URL. The default is the event URL of the call.</param>
    /// <returns>This builder.</returns>
    public InputBuilder PostTo(string url) => Send(url, null);

    /// <summary>Sends the input with the given HTTP method. The call continues with the NCCO in the response.</summary>
    /// <param name="url">An absolute http or https URL. The default is the event URL of the call.</param>
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
