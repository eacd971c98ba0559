namespace Vonage.Voice;

/// <summary>Configures an input action. Request DTMF (<see cref="Dtmf"/>), speech (<see cref="Speech(SpeechLanguage?)"/>) or both.</summary>
public sealed class InputBuilder
{
    internal InputBuilder()
    {
    }

    internal InputAction Action { get; } = new();

    /// <summary>Collects DTMF input.</summary>
    /// <param name="maxDigits">The maximum number of digits, 1 to 20. The default is 4.</param>
    /// <param name="timeout">The time after the last key press that ends the input, 0 to 10 seconds (whole seconds). The default is 3 seconds.</param>
    /// <param name="submitOnHash">Whether the # key ends the input. The default is <see langword="false"/>.</param>
    /// <returns>This builder.</returns>
    public InputBuilder Dtmf(int? maxDigits = null, TimeSpan? timeout = null, bool? submitOnHash = null)
    {
        Take(InputType.Dtmf);
        if (maxDigits is not null || timeout is not null || submitOnHash is not null)
            Action.Dtmf = new DtmfSettings { MaxDigits = maxDigits, Timeout = timeout, SubmitOnHash = submitOnHash };
        return this;
    }

    /// <summary>Collects speech input.</summary>
    /// <param name="language">The spoken language. The default is en-US.</param>
    /// <returns>This builder.</returns>
    public InputBuilder Speech(SpeechLanguage? language = null)
    {
        Take(InputType.Speech);
        if (language is not null)
            Action.Speech = new SpeechSettings { Language = language };
        return this;
    }

    /// <summary>Collects speech input with further settings, such as the silence that ends it and the words to expect.</summary>
    /// <param name="configure">Sets the properties of the settings: <c>speech => speech.EndOnSilence = TimeSpan.FromSeconds(1)</c>.</param>
    /// <returns>This builder.</returns>
    public InputBuilder Speech(Action<SpeechSettings> configure)
    {
        Take(InputType.Speech);
        Action.Speech = new SpeechSettings();
        (configure ?? throw new ArgumentNullException(nameof(configure)))(Action.Speech);
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
    public InputBuilder PostTo(Uri url) => Send(url, null);

    /// <summary>Sends the input with the given HTTP method. The call continues with the NCCO in the response.</summary>
    /// <param name="url">An absolute http or https URL. The default is the event URL of the call.</param>
    /// <param name="method">The HTTP method.</param>
    /// <returns>This builder.</returns>
    public InputBuilder SendTo(Uri url, WebhookMethod method) => Send(url, method);

    private InputBuilder Send(Uri url, WebhookMethod? method)
    {
        Action.EventUrl.Clear();
        Action.EventUrl.Add(url);
        Action.EventMethod = method;
        return this;
    }

    private void Take(InputType type)
    {
        if (!Action.Type.Contains(type))
            Action.Type.Add(type);
    }
}
