using Vonage.Core;

namespace Vonage.Voice;

/// <content>Actions that receive input: DTMF, speech and recordings.</content>
public partial class Ncco
{
    /// <summary>Adds an action that collects DTMF input, speech input or both, and sends it to your server.</summary>
    /// <param name="configure">Configures the input and the URL to send it to: <c>i => i.Dtmf(maxDigits: 1).PostTo(url)</c>.</param>
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
    /// <returns>This NCCO.</returns>
    public Ncco Record() => Add(new RecordAction());

    /// <summary>Adds an action that records the call from this point with further settings, such as the format and what ends the recording.</summary>
    /// <param name="configure">Sets the properties of the action: <c>record => record.EndOnKey = "#"</c>.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range. The message names the action, field and rule.</exception>
    public Ncco Record(Action<RecordAction> configure) => Add(new RecordAction(), configure);

    /// <summary>Adds an action that collects a card payment by phone. This feature never left preview, and Vonage no longer offers it.</summary>
    /// <param name="amount">The amount to collect, 0 or more, with up to two decimal places.</param>
    /// <param name="configure">Sets further properties of the action: <c>pay => pay.Currency = "eur"</c>.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">A value is out of range. The message names the action, field and rule.</exception>
    [Obsolete("This feature never left preview, and Vonage no longer offers it.")]
    public Ncco Pay(decimal amount, Action<PayAction>? configure = null)
    {
        var action = new PayAction(amount);
        configure?.Invoke(action);
        return Add(action);
    }
}
