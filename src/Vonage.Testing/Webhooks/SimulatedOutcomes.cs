using System.Collections.Concurrent;

namespace Vonage.Testing;

/// <summary>What becomes of what is sent to whom, by number or other address. Whatever is not named here arrives, and is answered.</summary>
public sealed class SimulatedOutcomes
{
    internal SimulatedOutcomes()
    {
    }

    /// <summary>What becomes of SMS: <c>Sms["447700900009"] = SmsOutcome.Failed</c>.</summary>
    public IDictionary<string, SmsOutcome> Sms { get; } = new ConcurrentDictionary<string, SmsOutcome>(StringComparer.Ordinal);

    /// <summary>What becomes of messages of the Messages API, on any channel: <c>Messages["447700900009"] = MessageOutcome.Rejected</c>.</summary>
    public IDictionary<string, MessageOutcome> Messages { get; } = new ConcurrentDictionary<string, MessageOutcome>(StringComparer.Ordinal);

    /// <summary>What becomes of calls, those of a connect action included: <c>Calls["447700900009"] = CallOutcome.Busy</c>.</summary>
    public IDictionary<string, CallOutcome> Calls { get; } = new ConcurrentDictionary<string, CallOutcome>(StringComparer.Ordinal);

    internal static T Of<T>(IDictionary<string, T> outcomes, string? to, T usual) =>
        to is not null && outcomes.TryGetValue(to, out var outcome) ? outcome : usual;
}
