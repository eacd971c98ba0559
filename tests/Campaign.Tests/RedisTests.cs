using System.Collections.Concurrent;
using System.Diagnostics;
using Campaign.Tests.Support;
using Vonage.Redis.Tests.Support;

namespace Campaign.Tests;

/// <summary>The limits of an account, shared with other programs by <c>--redis</c>.</summary>
internal sealed class RedisTests
{
    private const int Recipients = 90;

    [Test]
    public async Task Two_programs_share_the_limits_of_their_account_through_Redis()
    {
        using var redis = await RedisServer.StartAsync();
        await using var server = await SmsServer.StartAsync();
        var times = new ConcurrentQueue<long>();
        server.At = (_, point) =>
        {
            if (point == SmsPoint.Before)
                times.Enqueue(Stopwatch.GetTimestamp());
        };
        using var one = new CampaignFolder();
        using var another = new CampaignFolder();
        var ended = await Task.WhenAll(SendAsync(one, 1), SendAsync(another, 2));

        Assert.That(ended.Select(process => (process.Code, process.Error)), Is.All.EqualTo((0, "")));
        Assert.That(server.Taken.GroupBy(number => number).Select(messages => messages.Count()), Is.All.EqualTo(2), "one of each program");
        Assert.That(Stopwatch.GetElapsedTime(times.Min(), times.Max()).TotalSeconds, Is.GreaterThan((2 * Recipients / 30.0) - 1), "the account may send 30 a second");

        Task<(int Code, string Output, string Error)> SendAsync(CampaignFolder folder, int program) => CampaignProcess.RunAsync(
            server.AddressOf(program), folder.Path, "send", folder.WriteList(Recipients), "--template", "Hello {name}", "--redis", redis.Connection, "--quiet-hours", "none", "--rate", "1000");
    }
}
