using Vonage.Sms;

namespace Vonage.Contract.Tests.Apis.Sms;

/// <summary>Parts of inbound messages become messages again.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AssemblerTests
{
    private readonly ManualTime _time = new();
    private readonly InboundSmsAssembler _assembler;

    public AssemblerTests() => _assembler = new InboundSmsAssembler(new() { TimeProvider = _time, TimeLimit = TimeSpan.FromMinutes(1) });

    [Test]
    public async Task A_message_of_one_part_is_returned_at_once()
    {
        var message = (await _assembler.AddAsync(new InboundSms { Msisdn = "447700900001", To = "447700900000", Text = "Hello" })).Single();

        Assert.That((message.Text, message.Msisdn, message.To, message.IsComplete, message.Parts.Count), Is.EqualTo(("Hello", "447700900001", "447700900000", true, 1)));
    }

    [Test]
    public async Task Parts_in_any_order_become_the_message_in_its_order()
    {
        Assert.That(await _assembler.AddAsync(Part(3, 3, "c")), Is.Empty);
        Assert.That(await _assembler.AddAsync(Part(1, 3, "a")), Is.Empty);
        var message = (await _assembler.AddAsync(Part(2, 3, "b"))).Single();

        Assert.That((message.Text, message.IsComplete, message.Data), Is.EqualTo(("abc", true, (string?)null)));
        Assert.That(message.Parts.Select(part => part.MessageId), Is.EqualTo(["a1", "b2", "c3"]));
    }

    [Test]
    public async Task The_data_of_binary_parts_is_put_together()
    {
        await _assembler.AddAsync(Binary(2, "ABCD"));
        var message = (await _assembler.AddAsync(Binary(1, "0102"))).Single();

        Assert.That((message.Data, message.Text), Is.EqualTo(("0102ABCD", (string?)null)));

        static InboundSms Binary(int part, string data)
        {
            var sms = Part(part, 2, "x");
            (sms.Text, sms.Data, sms.Type) = (null, data, SmsType.Binary);
            return sms;
        }
    }

    [TestCase("msisdn")]
    [TestCase("to")]
    [TestCase("reference")]
    [TestCase("total")]
    [TestCase("account")]
    public async Task Parts_of_different_messages_stay_apart(string difference)
    {
        var other = Part(2, difference == "total" ? 3 : 2, "b");
        if (difference == "msisdn")
            other.Msisdn = "447700900009";
        else if (difference == "to")
            other.To = "447700900009";
        else if (difference == "reference")
            other.ConcatRef = "8";
        else if (difference == "account")
            other.ApiKey = "efgh5678";
        await _assembler.AddAsync(Part(1, 2, "a"));

        Assert.That(await _assembler.AddAsync(other), Is.Empty);
        Assert.That((await _assembler.AddAsync(Part(2, 2, "b"))).Single().Text, Is.EqualTo("ab"));
    }

    [Test]
    public async Task A_part_that_arrives_twice_counts_once()
    {
        await _assembler.AddAsync(Part(1, 2, "a"));
        Assert.That(await _assembler.AddAsync(Part(1, 2, "a")), Is.Empty);

        Assert.That((await _assembler.AddAsync(Part(2, 2, "b"))).Single().Text, Is.EqualTo("ab"));
        Assert.That(await _assembler.AddAsync(Part(1, 2, "a")), Is.Empty);
    }

    [Test]
    public async Task The_completing_part_that_arrives_again_was_not_acknowledged()
    {
        await _assembler.AddAsync(Part(1, 2, "a"));
        await _assembler.AddAsync(Part(2, 2, "b"));

        Assert.That((await _assembler.AddAsync(Part(2, 2, "b"))).Single().Text, Is.EqualTo("ab"));
    }

    [Test]
    public async Task A_reference_can_be_used_again_for_a_later_message()
    {
        await _assembler.AddAsync(Part(1, 2, "a"));
        await _assembler.AddAsync(Part(2, 2, "b"));

        Assert.That(await _assembler.AddAsync(Part(1, 2, "c")), Is.Empty);
        Assert.That((await _assembler.AddAsync(Part(2, 2, "d"))).Single().Text, Is.EqualTo("cd"));
    }

    [Test]
    public async Task A_later_message_with_the_reference_gives_up_an_incomplete_one()
    {
        await _assembler.AddAsync(Part(1, 2, "a"));
        var lost = (await _assembler.AddAsync(Part(1, 2, "c"))).Single();

        Assert.That((lost.Text, lost.IsComplete), Is.EqualTo(("a", false)));
        Assert.That((await _assembler.AddAsync(Part(2, 2, "d"))).Single().Text, Is.EqualTo("cd"));
    }

    [Test]
    public async Task What_is_incomplete_at_the_time_limit_is_returned_once_with_what_is_missing()
    {
        await _assembler.AddAsync(Part(4, 4, "d"));
        await _assembler.AddAsync(Part(2, 4, "b"));
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.That(await _assembler.TakeExpiredAsync(), Is.Empty);
        _time.Advance(TimeSpan.FromSeconds(1));
        var lost = (await _assembler.TakeExpiredAsync()).Single();

        Assert.That((lost.Text, lost.IsComplete), Is.EqualTo(("bd", false)));
        Assert.That(lost.MissingParts, Is.EqualTo([1, 3]));
        Assert.That(await _assembler.TakeExpiredAsync(), Is.Empty);
    }

    [Test]
    public async Task Another_message_brings_what_expired()
    {
        await _assembler.AddAsync(Part(1, 2, "a"));
        _time.Advance(TimeSpan.FromMinutes(2));
        var finished = await _assembler.AddAsync(new InboundSms { Text = "Hello" });

        Assert.That(finished.Select(message => (message.Text, message.IsComplete)), Is.EqualTo(new (string?, bool)[] { ("a", false), ("Hello", true) }));
    }

    [Test]
    public async Task A_complete_message_is_forgotten_at_the_time_limit()
    {
        await _assembler.AddAsync(Part(1, 2, "a"));
        await _assembler.AddAsync(Part(2, 2, "b"));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await _assembler.TakeExpiredAsync(), Is.Empty);
        Assert.That(await _assembler.AddAsync(Part(2, 2, "b")), Is.Empty);
    }

    [TestCase(0, 2, "7")]
    [TestCase(3, 2, "7")]
    [TestCase(1, 256, "7")]
    [TestCase(1, 2, null)]
    public async Task What_is_no_part_as_it_should_be_is_not_lost(int part, int total, string? reference)
    {
        var sms = Part(part, total, "a");
        sms.ConcatRef = reference;

        Assert.That((await _assembler.AddAsync(sms)).Single().Text, Is.EqualTo("a"));
    }

    [Test]
    public async Task Many_callers_get_each_message_once()
    {
        var store = new HastyStore();
        var assembler = new InboundSmsAssembler(new() { Store = store });
        var parts = Enumerable.Range(0, 40).SelectMany(message => Enumerable.Range(1, 5).Select(part => Part(part, 5, $"{part}", $"{message}"))).OrderBy(part => part.ConcatPart).ToList();

        var finished = await Task.WhenAll(parts.Select(part => Task.Run(() => assembler.AddAsync(part))));

        Assert.That(finished.SelectMany(messages => messages).Select(message => message.Text), Is.EqualTo(Enumerable.Repeat("12345", 40)));
    }

    [Test]
    public void A_time_limit_is_positive() => Assert.That(() => new InboundSmsAssembler(new() { TimeLimit = TimeSpan.Zero }), Throws.ArgumentException);

    private static InboundSms Part(int part, int total, string text, string reference = "7") => new()
    {
        ApiKey = "abcd1234",
        Msisdn = "447700900001",
        To = "447700900000",
        MessageId = text + part,
        Text = text,
        IsConcatenated = true,
        ConcatRef = reference,
        ConcatTotal = total,
        ConcatPart = part,
    };

    /// <summary>Another server is faster than this one now and then.</summary>
    private sealed class HastyStore : IInboundSmsStore
    {
        private readonly InMemoryInboundSmsStore _store = new();

        public async Task<InboundSmsParts?> GetAsync(string key, CancellationToken cancellationToken = default)
        {
            var parts = await _store.GetAsync(key, cancellationToken);
            await Task.Yield();
            return parts;
        }

        public Task<bool> TryReplaceAsync(string key, InboundSmsParts? current, InboundSmsParts replacement, CancellationToken cancellationToken = default) =>
            _store.TryReplaceAsync(key, current, replacement, cancellationToken);

        public Task<IReadOnlyList<InboundSmsParts>> TakeExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken = default) => _store.TakeExpiredAsync(now, cancellationToken);
    }
}
