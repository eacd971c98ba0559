using Vonage.Core;

namespace Vonage;

/// <summary>Rate limits of Vonage for <see cref="ApiClientOptions.RateLimiter"/>.</summary>
public static class VonageRateLimits
{
    /// <summary>Creates a limiter with the documented limits of an account.</summary>
    /// <remarks>
    /// Each second: 30 requests; 3 new calls and 15 other requests to calls; 40 requests to WhatsApp templates; 170 redactions; 1 request for prices; and 1 SMS from
    /// each US long number. Limits that were agreed for an account are its own: see <see cref="RateLimits"/>.
    /// </remarks>
    /// <param name="timeProvider">The clock. The default is <see cref="TimeProvider.System"/>.</param>
    public static RateLimits Documented(TimeProvider? timeProvider = null) => new RateLimits(timeProvider)
        .Add(1, call => call.Operation == "Sms.send" && IsUsLongNumber(call.Sender) ? call.Sender : null)
        .Add(1, call => IsOf("Pricing", call) ? call.Account : null)
        .Add(3, call => call.Operation == "Voice.createCall" ? call.Account : null)
        .Add(15, call => IsOf("Voice", call) && call.Operation != "Voice.createCall" ? call.Account : null)
        .Add(40, call => IsOf("WhatsAppTemplates", call) ? call.Account : null)
        .Add(170, call => IsOf("Redact", call) ? call.Account : null)
        .Add(30, call => IsOf("Voice", call) || IsOf("Pricing", call) || IsOf("WhatsAppTemplates", call) || IsOf("Redact", call) ? null : call.Account);

    private static bool IsOf(string api, ApiCall call) => call.Operation.StartsWith(api + ".", StringComparison.Ordinal);

    private static bool IsUsLongNumber(string? sender) => sender is { Length: 11 } && sender[0] == '1' && sender.All(c => c is >= '0' and <= '9');
}
