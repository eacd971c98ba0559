using StackExchange.Redis;
using Vonage.Redis.Tests.Support;
using Vonage.Sms;

namespace Vonage.Redis.Tests;

/// <summary>Servers that share what they know of webhooks.</summary>
internal sealed class WebhookTests : RedisTest
{
    private static DateTimeOffset InAMinute => DateTimeOffset.UtcNow.AddMinutes(1);

    [Test]
    public async Task A_webhook_is_accepted_by_one_server()
    {
        var guards = await GuardsAsync(8);
        var answers = await Task.WhenAll(guards.Select(guard => guard.TryReserveAsync("8:abcd1234:1", InAMinute)));

        Assert.That(answers.Count(isReserved => isReserved), Is.EqualTo(1));
    }

    [Test]
    public async Task What_was_handled_is_refused_and_what_failed_is_accepted_again()
    {
        var guards = await GuardsAsync(2);
        await guards[0].TryReserveAsync("handled", InAMinute);
        await guards[0].ConfirmAsync("handled", InAMinute);
        await guards[0].TryReserveAsync("failed", InAMinute);
        await guards[0].ReleaseAsync("failed");

        Assert.That(await guards[1].TryReserveAsync("handled", InAMinute), Is.False);
        Assert.That(await guards[1].TryReserveAsync("failed", InAMinute), Is.True);
    }

    [Test]
    public async Task What_a_server_that_stopped_had_reserved_is_accepted_again_and_nothing_is_stored_for_ever()
    {
        var connection = await ConnectAsync();
        var guard = new RedisWebhookReplayGuard(connection, new() { ReservationTime = TimeSpan.FromSeconds(1) });
        await guard.TryReserveAsync("left", InAMinute);
        await guard.TryReserveAsync("old", DateTimeOffset.UtcNow.AddDays(-1));
        await guard.TryReserveAsync("handled", InAMinute);
        await guard.ConfirmAsync("handled", InAMinute);
        Assert.That(await guard.TryReserveAsync("left", InAMinute), Is.False);
        await Task.Delay(1500);

        Assert.That(await guard.TryReserveAsync("left", InAMinute), Is.True);
        Assert.That(await connection.GetDatabase().KeyExistsAsync("{vonage}:webhook:old"), Is.False);
        Assert.That(await connection.GetDatabase().KeyTimeToLiveAsync("{vonage}:webhook:handled"), Is.InRange(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60)));
    }

    [Test]
    public async Task Without_redis_no_webhook_is_accepted()
    {
        var guard = (await GuardsAsync(1)).Single();
        await guard.TryReserveAsync("first", InAMinute);
        Server.Kill();

        await Assert.CatchAsync<RedisException>(() => guard.TryReserveAsync("second", InAMinute));
    }

    [Test]
    public async Task Each_server_may_get_any_part_of_a_message()
    {
        var assemblers = await AssemblersAsync(4);
        var parts = Enumerable.Range(1, 20).Select(part => Part(part, 20)).ToList();
        Random.Shared.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(parts));
        var results = await Task.WhenAll(parts.Select((part, i) => assemblers[i % 4].AddAsync(part)));

        var message = results.SelectMany(finished => finished).Single();
        Assert.That((message.IsComplete, message.Text, message.Msisdn), Is.EqualTo((true, string.Concat(Enumerable.Range(1, 20).Select(part => $"<{part}>")), "447700900001")));
    }

    [Test]
    public async Task A_message_that_is_given_up_is_one_servers()
    {
        var time = new ManualTime(DateTimeOffset.UtcNow);
        var assemblers = await AssemblersAsync(4, time);
        await assemblers[0].AddAsync(Part(1, 2));
        time.Advance(TimeSpan.FromMinutes(2));
        var results = await Task.WhenAll(assemblers.Select(assembler => assembler.AddAsync(new InboundSms { Msisdn = "447700900009", To = "447700900000", Text = "x" })));

        Assert.That(results.SelectMany(finished => finished).Count(message => !message.IsComplete), Is.EqualTo(1));
    }

    [Test]
    public async Task A_message_that_no_server_takes_is_deleted_after_a_day()
    {
        var assembler = (await AssemblersAsync(1)).Single();
        await assembler.AddAsync(Part(1, 3));
        await assembler.AddAsync(Part(2, 3));
        var connection = await ConnectAsync();
        var keys = (await connection.GetServers().Single().KeysAsync(pattern: "{vonage}:sms:*").ToListAsync()).ConvertAll(key => connection.GetDatabase().KeyTimeToLive(key));
        Assert.That(keys, Has.Count.EqualTo(2).And.All.InRange(TimeSpan.FromHours(24), TimeSpan.FromHours(25)));
    }

    private static InboundSms Part(int part, int total) => new()
    {
        Msisdn = "447700900001",
        To = "447700900000",
        MessageId = $"id{part}",
        Text = $"<{part}>",
        IsConcatenated = true,
        ConcatRef = "7",
        ConcatPart = part,
        ConcatTotal = total,
        MessageTimestamp = DateTimeOffset.UtcNow,
    };

    private async Task<RedisWebhookReplayGuard[]> GuardsAsync(int count)
    {
        var guards = new RedisWebhookReplayGuard[count];
        for (var i = 0; i < count; i++)
            guards[i] = new RedisWebhookReplayGuard(await ConnectAsync());
        return guards;
    }

    private async Task<InboundSmsAssembler[]> AssemblersAsync(int count, TimeProvider? time = null)
    {
        var assemblers = new InboundSmsAssembler[count];
        for (var i = 0; i < count; i++)
            assemblers[i] = new InboundSmsAssembler(new() { Store = new RedisInboundSmsStore(await ConnectAsync()), TimeLimit = TimeSpan.FromMinutes(1), TimeProvider = time ?? TimeProvider.System });
        return assemblers;
    }
}
