using Vonage.Core;

namespace Flowroute;

/// <summary>Rate limits of Flowroute for <see cref="ApiClientOptions.RateLimiter"/>.</summary>
public static class FlowrouteRateLimits
{
    /// <summary>Creates a limiter with the documented limit of an account: 5 messages per second. For MMS it is 1: see <see cref="RateLimits"/> for limits of your own.</summary>
    /// <param name="timeProvider">The clock. The default is <see cref="TimeProvider.System"/>.</param>
    public static RateLimits Documented(TimeProvider? timeProvider = null) =>
        new RateLimits(timeProvider).Add(5, call => call is { Operation: "Messages.send" } && call.Method == HttpMethod.Post ? call.Account : null);
}
