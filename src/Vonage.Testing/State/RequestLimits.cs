using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The documented rate limits, as <see cref="VonageRateLimits.Documented"/> has them for a client.</summary>
internal sealed class RequestLimits(TimeProvider clock)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _recent = new(StringComparer.Ordinal);

    /// <summary>Gets the limit that a request exceeds; null if it is within the limits.</summary>
    public string? Refuse(ReceivedRequest request)
    {
        var (what, most) = request.Operation switch
        {
            "sms.send" when request.Parameters.GetValueOrDefault("from").ToString() is { Length: 11 } from && from[0] == '1' && from.All(char.IsAsciiDigit) => ($"SMS from {from}", 1),
            "voice.createCall" => ("new calls", 3),
            _ when request.Spec == "voice" => ("requests to calls", 15),
            _ when request.Spec == "pricing" => ("requests for prices", 1),
            _ when request.Spec == "whatsapp-templates" => ("requests to templates", 40),
            _ => ("requests", 30),
        };
        lock (_gate)
        {
            if (!_recent.TryGetValue(what, out var times))
                _recent[what] = times = new Queue<DateTimeOffset>();
            var now = clock.GetUtcNow();
            while (times.TryPeek(out var first) && first <= now - Second)
                times.Dequeue();
            if (times.Count >= most)
                return $"The limit is {most} {what} per second.";
            times.Enqueue(now);
            return null;
        }
    }
}
