using System.Collections.Concurrent;

namespace Vonage.Testing;

/// <summary>The outcomes of messages and calls, by number or other address, by channel such as <c>whatsapp</c>, or <c>*</c> for all. By default, messages are delivered and calls are answered.</summary>
public sealed class SimulatedOutcomes
{
    private const string Every = "*";

    internal SimulatedOutcomes()
    {
    }

    /// <summary>The outcomes of SMS: <c>Sms["447700900009"] = SmsOutcome.Failed</c>.</summary>
    public IDictionary<string, SmsOutcome> Sms { get; } = new ConcurrentDictionary<string, SmsOutcome>(StringComparer.Ordinal);

    /// <summary>The outcomes of messages on any channel (Messages API): <c>Messages["447700900009"] = MessageOutcome.Rejected</c>.</summary>
    public IDictionary<string, MessageOutcome> Messages { get; } = new ConcurrentDictionary<string, MessageOutcome>(StringComparer.Ordinal);

    /// <summary>The outcomes of calls, including those of connect actions: <c>Calls["447700900009"] = CallOutcome.Busy</c>.</summary>
    public IDictionary<string, CallOutcome> Calls { get; } = new ConcurrentDictionary<string, CallOutcome>(StringComparer.Ordinal);

    /// <summary>The outcome for a number, else the one for the channel, else the one for all.</summary>
    internal static T Of<T>(IDictionary<string, T> outcomes, string? to, string? channel, T usual)
    {
        foreach (var key in (ReadOnlySpan<string?>)[to, channel, Every])
        {
            if (key is not null && outcomes.TryGetValue(key, out var outcome))
                return outcome;
        }
        return usual;
    }
}
