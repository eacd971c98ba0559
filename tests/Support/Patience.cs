using System.Diagnostics;

namespace TestSupport;

/// <summary>How tests wait on a machine that may be busy, or stand still for a while.</summary>
internal static class Patience
{
    private const string Otherwise = "it did not come about";

    /// <summary>More than anything takes. Only a test that fails waits so long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Waits for what other threads bring about.</summary>
    public static Task UntilAsync(Func<bool> condition, string otherwise = Otherwise) => UntilAsync(() => Task.FromResult(condition()), otherwise);

    /// <inheritdoc cref="UntilAsync(Func{bool}, string)"/>
    public static async Task UntilAsync(Func<Task<bool>> condition, string otherwise = Otherwise)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.That(clock.Elapsed, Is.LessThan(Limit), otherwise);
            await Task.Delay(1);
        }
    }

    /// <summary>Tries what ends after a time by the machine's clock. If the machine was too slow for what has to happen before, it is given ten times the time, twice at most.</summary>
    /// <param name="time">The time at first.</param>
    /// <param name="act">What takes that time.</param>
    /// <param name="wasInTime">Whether the result is of one who was not too slow.</param>
    public static async Task<T> TryAsync<T>(TimeSpan time, Func<TimeSpan, Task<T>> act, Func<T, bool> wasInTime)
    {
        for (var i = 0; i < 2; i++, time *= 10)
            if (await act(time) is var result && wasInTime(result))
                return result;
        return await act(time);
    }
}
