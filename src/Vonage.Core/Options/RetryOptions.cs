using System.Runtime.Serialization;

namespace Vonage.Core;

/// <summary>
/// How often and when a call that failed is tried again. A call is repeated only if that cannot have an effect twice: see <see cref="OperationEffect"/>.
/// </summary>
/// <remarks>
/// Each wait is a random part of a limit that doubles with each retry (full jitter), and at least as long as the server asks. Instances are immutable.
/// </remarks>
public sealed class RetryOptions
{
    private readonly int _maxRetries = 2;
    private readonly TimeSpan _transientDelay = TimeSpan.FromMilliseconds(50);
    private readonly TimeSpan _throttledDelay = TimeSpan.FromSeconds(1);
    private readonly TimeSpan _maxDelay = TimeSpan.FromSeconds(20);
    private readonly int _quota = 500;
    private readonly Func<double> _random = NextRandom;

    /// <summary>Every call is tried once.</summary>
    public static RetryOptions None { get; } = new() { MaxRetries = 0 };

    /// <summary>The defaults.</summary>
    internal static RetryOptions Default { get; } = new();

    /// <summary>The number of times that a call is repeated. The default is 2: at most three attempts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or greater than 10.</exception>
    public int MaxRetries
    {
        get => _maxRetries;
        init => _maxRetries = value is >= 0 and <= 10 ? value : throw new ArgumentOutOfRangeException(nameof(MaxRetries), value, "MaxRetries must be from 0 to 10.");
    }

    /// <summary>The longest first wait after a failure of the connection or the server. The default is 50 milliseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than a day.</exception>
    public TimeSpan TransientDelay
    {
        get => _transientDelay;
        init => _transientDelay = Check(value, nameof(TransientDelay));
    }

    /// <summary>The longest first wait after the server has refused a request because of its rate. The default is 1 second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than a day.</exception>
    public TimeSpan ThrottledDelay
    {
        get => _throttledDelay;
        init => _throttledDelay = Check(value, nameof(ThrottledDelay));
    }

    /// <summary>The longest wait. If the server asks for a longer one, the call fails at once, and <see cref="ApiException.RetryAfter"/> has the time. The default is 20 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than a day.</exception>
    public TimeSpan MaxDelay
    {
        get => _maxDelay;
        init => _maxDelay = Check(value, nameof(MaxDelay));
    }

    /// <summary>The quota of a client for the retries to one host, which keeps an outage from being multiplied. The default is 500.</summary>
    /// <remarks>
    /// A retry takes 14 (5 after a refusal because of the rate), a success gives that back, and any other success gives 1. Without quota left, a call fails at once.
    /// The quota of <see cref="RequestOptions.Retry"/> has no meaning: the one of the client's options counts.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Quota
    {
        get => _quota;
        init => _quota = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Quota), value, "Quota must not be negative.");
    }

    /// <summary>The source of the random part of a wait, from 0 to 1. It must be thread-safe. The default is the platform's.</summary>
    [IgnoreDataMember]
#if NET
    [System.Text.Json.Serialization.JsonIgnore]
#endif
    public Func<double> Random
    {
        get => _random;
        init => _random = value ?? throw new ArgumentNullException(nameof(value));
    }

    private static TimeSpan Check(TimeSpan delay, string name) =>
        delay >= TimeSpan.Zero && delay <= TimeSpan.FromDays(1) ? delay : throw new ArgumentOutOfRangeException(name, delay, $"{name} must be from zero to one day.");

#if NET
    private static double NextRandom() => System.Random.Shared.NextDouble();
#else
    private static readonly System.Random Shared = new();

    private static double NextRandom()
    {
        lock (Shared)
            return Shared.NextDouble();
    }
#endif
}
