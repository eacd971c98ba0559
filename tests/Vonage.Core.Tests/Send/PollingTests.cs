using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>The wait for the end of what a server does in the background.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PollingTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Heard _heard = new();
    private readonly ManualTime _clock = new();

    private ApiClient Client => new(NoCredentials.Instance, new ApiClientOptions { TimeProvider = _clock });

    [Test]
    public async Task It_asks_by_the_clock_of_the_client_until_the_end_and_tells_each_state()
    {
        var wait = WaitAsync(3);
        Assert.That((_heard.All.Count, wait.IsCompleted, _clock.NextTimer), Is.EqualTo((1, false, (TimeSpan?)Interval)));
        _clock.Advance(Interval - TimeSpan.FromSeconds(1));
        Assert.That(_heard.All, Is.EqualTo([1]));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(() => _clock.NextTimer, Is.EqualTo(Interval).After(60_000, 5));
        _clock.Advance(Interval);
        Assert.That(await wait, Is.EqualTo(3));
        Assert.That(_heard.All, Is.EqualTo([1, 2, 3]));
    }

    [Test]
    public void Its_caller_ends_it()
    {
        using var cancellation = new CancellationTokenSource();
        var wait = WaitAsync(3, cancellation.Token);
        cancellation.Cancel();
        Assert.That(async () => await wait, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((_heard.All.Count, _clock.NextTimer), Is.EqualTo((1, (TimeSpan?)null)));
    }

    [TestCase("PENDING", true)]
    [TestCase("pending", true)]
    [TestCase("Running", true)]
    [TestCase("", true)]
    [TestCase(null, true)]
    [TestCase("DONE", false)]
    [TestCase("INVENTED", false)]
    public void A_status_that_is_missing_or_in_another_case_is_not_the_end(string? status, bool isPending) =>
        Assert.That(Polling.IsPending(status is null ? null : (Status?)new Status(status), new Status("PENDING"), new Status("RUNNING")), Is.EqualTo(isPending));

    [Test]
    public void The_time_between_two_requests_is_one_that_passes()
    {
        foreach (var interval in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromSeconds(-1), Timeout.InfiniteTimeSpan, TimeSpan.FromDays(25)])
            Assert.That(() => Polling.CheckInterval(interval, "PollInterval"), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("PollInterval must be greater than zero and at most 24 days."));
        Assert.That((Polling.CheckInterval(null, "x"), Polling.CheckInterval(Interval, "x")), Is.EqualTo(((TimeSpan?)null, (TimeSpan?)Interval)));
    }

    private Task<int> WaitAsync(int end, CancellationToken cancellationToken = default)
    {
        var asked = 0;
        return Polling.WaitAsync(Client, _ => Task.FromResult(++asked), state => state < end, Interval, _heard, cancellationToken);
    }

    private sealed class Heard : IProgress<int>
    {
        public List<int> All { get; } = [];

        public void Report(int value) => All.Add(value);
    }

    private readonly record struct Status(string Value) : IExtensibleEnum
    {
        public string Name => Value;
    }
}
