namespace Vonage.Core.Pipeline;

/// <summary>What a timer can wait for.</summary>
internal static class TimerLimit
{
    /// <summary>Checks a timeout or an interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not greater than zero, or is greater than 24 days.</exception>
    public static TimeSpan Check(TimeSpan time, string name, bool mayBeInfinite) =>
        (time > TimeSpan.Zero && time.TotalMilliseconds <= int.MaxValue) || (mayBeInfinite && time == Timeout.InfiniteTimeSpan)
            ? time
            : throw new ArgumentOutOfRangeException(name, time, $"{name} must be greater than zero and at most 24 days{(mayBeInfinite ? ", or Timeout.InfiniteTimeSpan" : "")}.");
}
