namespace Vonage.Redis;

/// <summary>What <see cref="RedisRateLimits"/> do while Redis cannot be reached.</summary>
public enum RedisOutage
{
    /// <summary>Each process keeps to its share of the limits: see <see cref="VonageRedisOptions.LocalShare"/>.</summary>
    UseLocalLimits,

    /// <summary>Calls are refused before anything is sent, as an <see cref="Core.ApiRejectedException"/>.</summary>
    RefuseCalls,
}
