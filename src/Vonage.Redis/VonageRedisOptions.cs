namespace Vonage.Redis;

/// <summary>How processes share their state through Redis.</summary>
public sealed class VonageRedisOptions
{
    /// <summary>
    /// The beginning of all keys. Processes that share limits and webhooks have the same. The default, <c>{vonage}:</c>, has braces, so that a cluster
    /// keeps what belongs together on one node.
    /// </summary>
    public string KeyPrefix { get; set; } = "{vonage}:";

    /// <summary>What the rate limits do while Redis cannot be reached. The default is <see cref="RedisOutage.UseLocalLimits"/>.</summary>
    public RedisOutage WhenUnavailable { get; set; } = RedisOutage.UseLocalLimits;

    /// <summary>
    /// The part of each limit that this process may use by itself while Redis cannot be reached, greater than 0 and at most 1. With four processes, 0.25 keeps
    /// to the limits even then.
    /// </summary>
    /// <remarks>The default is 1: in an outage, the processes together may exceed the limits, and the API answers with status 429.</remarks>
    public double LocalShare { get; set; } = 1;

    /// <summary>
    /// The time that a webhook is reserved while it is handled. If the process stops meanwhile, Vonage's next delivery after that time is accepted. The default
    /// is 5 minutes.
    /// </summary>
    public TimeSpan ReservationTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Copies the options, and checks them.</summary>
    internal static VonageRedisOptions Checked(VonageRedisOptions? options)
    {
        options ??= new VonageRedisOptions();
        if (string.IsNullOrEmpty(options.KeyPrefix))
            throw new ArgumentException("KeyPrefix is empty. It keeps the keys apart from those of others: use one such as {vonage}:.", nameof(options));
        if (!(options.LocalShare > 0 && options.LocalShare <= 1))
            throw new ArgumentException($"LocalShare is {options.LocalShare}, but must be greater than 0 and at most 1. With four processes, use 0.25.", nameof(options));
        if (!Enum.IsDefined(options.WhenUnavailable))
            throw new ArgumentException($"WhenUnavailable is {options.WhenUnavailable}, but must be UseLocalLimits or RefuseCalls.", nameof(options));
        if (options.ReservationTime < TimeSpan.FromSeconds(1) || options.ReservationTime > TimeSpan.FromDays(1))
            throw new ArgumentException($"ReservationTime is {options.ReservationTime}, but must be from 1 second to 1 day.", nameof(options));
        return (VonageRedisOptions)options.MemberwiseClone();
    }
}
