using System.Diagnostics;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>Sources that are used again: each use has its own time, and no other's.</summary>
[NonParallelizable]
internal sealed class CancellationSourceTests
{
    [Test]
    public async Task A_shorter_use_after_a_longer_one_has_its_own_time()
    {
        CancellationSources.Return(CancellationSources.Rent(TimeSpan.FromMinutes(1), Environment.TickCount64));
        var time = await TimeOfAsync(TimeSpan.FromMilliseconds(100));

        Assert.That(time.TotalMilliseconds, Is.InRange(80, 50_000));
    }

    [Test]
    public async Task A_longer_use_after_a_shorter_one_has_all_of_its_time()
    {
        CancellationSources.Return(CancellationSources.Rent(TimeSpan.FromMilliseconds(50), Environment.TickCount64));
        var time = await TimeOfAsync(TimeSpan.FromMilliseconds(400));

        Assert.That(time.TotalMilliseconds, Is.GreaterThan(380));
    }

    [Test]
    public async Task A_use_that_is_restarted_has_its_time_again()
    {
        var time = await Patience.TryAsync(TimeSpan.FromMilliseconds(300), RunAsync, time => time is not null);

        Assert.That(time, Is.True, "all of its time after the last restart");

        // Null if the machine was too slow for a restart in time.
        static async Task<bool?> RunAsync(TimeSpan timeout)
        {
            var source = CancellationSources.Rent(timeout, Environment.TickCount64);
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < 4; i++)
            {
                await Task.Delay(timeout / 3);
                if (clock.Elapsed > timeout * 0.9)
                    return null;
                clock.Restart();
                CancellationSources.Restart(source, timeout);
            }

            await EndOfAsync(source);
            return clock.Elapsed > timeout * 0.9;
        }
    }

    [Test]
    public async Task Uses_of_all_lengths_at_once_end_when_their_time_is_over_and_never_before()
    {
        var early = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async worker =>
        {
            var random = new Random(worker);
            for (var i = 0; i < 200; i++)
            {
                var timeout = TimeSpan.FromMilliseconds(random.Next(1, 40));
                var clock = Stopwatch.StartNew();
                var source = CancellationSources.Rent(timeout, Environment.TickCount64);
                if (i % 3 == 0)
                    await EndOfAsync(source);
                else
                    await Task.Yield();

                // The clock of a timeout counts in steps, on some platforms of 16 ms.
                if (source.IsCancellationRequested && clock.Elapsed < timeout - TimeSpan.FromMilliseconds(16))
                    Interlocked.Increment(ref early);
                CancellationSources.Return(source);
            }
        }));

        Assert.That(early, Is.Zero);
    }

    private static async Task<TimeSpan> TimeOfAsync(TimeSpan timeout)
    {
        var clock = Stopwatch.StartNew();
        var source = CancellationSources.Rent(timeout, Environment.TickCount64);
        await EndOfAsync(source);
        var time = clock.Elapsed;
        CancellationSources.Return(source);
        return time;
    }

    private static async Task EndOfAsync(CancellationTokenSource source)
    {
        var end = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (source.Token.Register(() => end.TrySetResult(true)))
            Assert.That(await Task.WhenAny(end.Task, Task.Delay(Patience.Limit)), Is.SameAs(end.Task));
    }
}
