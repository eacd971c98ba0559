using Microsoft.Extensions.Logging;

namespace Vonage.Redis;

/// <summary>Whether Redis answers. In an outage, one caller tries it from time to time, and the others do not wait for that.</summary>
internal sealed partial class Availability(VonageRedisOptions options, ILogger logger)
{
    private const int Shared = 0;
    private const int Lost = 1;
    private const int Recovering = 2;

    private const int MillisecondsBetweenTries = 250;

    private int _state;
    private long _nextTry;

    public bool IsShared => _state == Shared;

    /// <summary>Whether Redis may be asked. In an outage, each permission is one caller's.</summary>
    public bool MayAsk()
    {
        if (_state != Lost)
            return true;
        var due = Volatile.Read(ref _nextTry);
        var now = Environment.TickCount64;
        return now >= due && Interlocked.CompareExchange(ref _nextTry, now + MillisecondsBetweenTries, due) == due;
    }

    /// <summary>Notes that Redis did not answer.</summary>
    /// <returns>Whether this is the first failure of an outage.</returns>
    public bool Lose(Exception error)
    {
        Volatile.Write(ref _nextTry, Environment.TickCount64 + MillisecondsBetweenTries);
        if (Interlocked.Exchange(ref _state, Lost) == Lost)
            return false;
        if (options.WhenUnavailable == RedisOutage.UseLocalLimits)
            LogLocal(logger, options.LocalShare, error);
        else
            LogRefused(logger, error);
        return true;
    }

    /// <summary>Notes that Redis answers, but not yet with turns.</summary>
    /// <returns>Whether it gave turns until now.</returns>
    public bool Recover() => Interlocked.Exchange(ref _state, Recovering) == Shared;

    /// <summary>Notes that Redis answers.</summary>
    public void Find()
    {
        if (_state != Shared && Interlocked.Exchange(ref _state, Shared) != Shared)
            LogShared(logger);
    }

    [LoggerMessage(EventId = 10, EventName = "RateLimitsLocal", Level = LogLevel.Warning, Message = "Redis cannot be reached: this process keeps to {Share} of each rate limit by itself (VonageRedisOptions.LocalShare)")]
    private static partial void LogLocal(ILogger logger, double share, Exception error);

    [LoggerMessage(EventId = 11, EventName = "RateLimitsRefused", Level = LogLevel.Error, Message = "Redis cannot be reached: calls are refused until it can (VonageRedisOptions.WhenUnavailable)")]
    private static partial void LogRefused(ILogger logger, Exception error);

    [LoggerMessage(EventId = 12, EventName = "RateLimitsShared", Level = LogLevel.Information, Message = "Redis answers: the rate limits are shared again")]
    private static partial void LogShared(ILogger logger);
}
