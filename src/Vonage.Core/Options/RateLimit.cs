namespace Vonage.Core;

/// <summary>One of the <see cref="RateLimits"/> that an attempt keeps to.</summary>
public sealed class RateLimit
{
    internal RateLimit(string key, double attemptsPerSecond)
    {
        Key = key;
        AttemptsPerSecond = attemptsPerSecond;
    }

    /// <summary>The key of the counter. It is the same in all processes with the same limits, and different for each limit and partition.</summary>
    public string Key { get; }

    /// <summary>The rate.</summary>
    public double AttemptsPerSecond { get; }
}
