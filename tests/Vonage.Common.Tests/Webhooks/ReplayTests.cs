namespace Vonage.Common.Tests;

/// <summary>A webhook that was handled is not accepted again.</summary>
internal sealed class ReplayTests
{
    private static readonly byte[] Body = "{}"u8.ToArray();

    private readonly ManualTime _time = new();

    [Test]
    public async Task A_token_is_used_once()
    {
        var verifier = Verifier(new InMemoryWebhookReplayGuard(_time));
        var request = Json("tenant-a", "a");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await verifier.VerifyAsync(new WebhookRequest(null, null, [1], request.Authorization))).Failure, Is.EqualTo(WebhookFailure.PayloadHashMismatch), "what is refused is not used");
            Assert.That((await verifier.VerifyAsync(request)).IsValid);
            Assert.That((await verifier.VerifyAsync(request)).Failure, Is.EqualTo(WebhookFailure.Replayed));
            Assert.That((await verifier.VerifyAsync(Json("tenant-a", "a"))).IsValid);
            Assert.That((await verifier.VerifyAsync(Json("tenant-a", "a", ""))).Failure, Is.EqualTo(WebhookFailure.Missing));
        }
    }

    [Test]
    public async Task Signed_parameters_are_used_once_in_any_form()
    {
        var verifier = Verifier(new InMemoryWebhookReplayGuard(_time));
        var signed = WebhookTest.Sign("a", _time, new("api-key", "tenant-a"), new("text", "Hello"));
        var query = WebhookTest.Encode(signed);
        var shouted = query[..(query.IndexOf("sig=", StringComparison.Ordinal) + 4)] + signed[^1].Value!.ToUpperInvariant();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verify(new WebhookRequest(query, null, [], null))).IsValid);
            Assert.That((await Verify(new WebhookRequest(query, null, [], null))).Failure, Is.EqualTo(WebhookFailure.Replayed));
            Assert.That((await Verify(new WebhookRequest(shouted, null, [], null))).Failure, Is.EqualTo(WebhookFailure.Replayed));
            Assert.That((await Verify(new WebhookRequest(null, "application/x-www-form-urlencoded", System.Text.Encoding.ASCII.GetBytes(query), null))).Failure, Is.EqualTo(WebhookFailure.Replayed));
        }

        Task<WebhookVerification> Verify(WebhookRequest request) => verifier.VerifyAsync(request, WebhookTest.Parameters);
    }

    [Test]
    public async Task Two_accounts_may_use_the_same_token_id()
    {
        var verifier = Verifier(new InMemoryWebhookReplayGuard(_time));
        Assert.That((await verifier.VerifyAsync(Json("tenant-a", "a", "one"))).IsValid);
        Assert.That((await verifier.VerifyAsync(Json("tenant-b", "b", "one"))).IsValid);
        Assert.That((await verifier.VerifyAsync(Json("tenant-b", "b", "one"))).Failure, Is.EqualTo(WebhookFailure.Replayed));
    }

    [Test]
    public async Task What_could_not_be_handled_is_accepted_again()
    {
        var verifier = Verifier(new InMemoryWebhookReplayGuard(_time));
        var request = Json("tenant-a", "a");
        await (await verifier.VerifyAsync(request)).ReleaseAsync();
        var again = await verifier.VerifyAsync(request);
        await again.ConfirmAsync();
        Assert.That(again.IsValid);
        Assert.That((await verifier.VerifyAsync(request)).Failure, Is.EqualTo(WebhookFailure.Replayed));
    }

    [TestCase(5, 6)]
    [TestCase(-1, 24 * 60)]
    public async Task The_guard_is_told_how_long_to_remember_a_token(int tolerance, int expected)
    {
        var guard = new RecordingGuard();
        var result = await Verifier(guard, tolerance).VerifyAsync(Json("tenant-a", "a", "one", lifetime: null));
        await result.ConfirmAsync();
        await result.ReleaseAsync();
        var expires = $"{_time.GetUtcNow().AddMinutes(expected):u}";
        Assert.That(guard.Calls, Is.EqualTo([$"reserve 8:tenant-a:one {expires}", $"confirm 8:tenant-a:one {expires}", "release 8:tenant-a:one"]));
    }

    [TestCase(5, 0, 5 * 60 + 1)]
    [TestCase(5, 120, 3 * 60 + 1)]
    [TestCase(-1, 0, 24 * 60 * 60)]
    public async Task The_guard_is_told_how_long_to_remember_parameters(int tolerance, int age, int expected)
    {
        var guard = new RecordingGuard();
        var signed = WebhookTest.Sign("a", _time, new KeyValuePair<string, string?>("api-key", "tenant-a"));
        _time.Advance(TimeSpan.FromSeconds(age));
        await Verifier(guard, tolerance).VerifyAsync(new WebhookRequest(WebhookTest.Encode(signed), null, [], null), WebhookTest.Parameters);
        Assert.That(guard.Calls, Is.EqualTo([$"reserve 8:tenant-a:{signed[^1].Value} {_time.GetUtcNow().AddSeconds(expected):u}"]));
    }

    [Test]
    public async Task The_guard_in_memory_forgets_what_is_too_old_to_be_accepted()
    {
        var guard = new InMemoryWebhookReplayGuard(_time);
        Assert.That(await guard.TryReserveAsync("young", _time.GetUtcNow().AddSeconds(100)));
        Assert.That(await guard.TryReserveAsync("old", _time.GetUtcNow().AddSeconds(1)));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(await guard.TryReserveAsync("young", _time.GetUtcNow().AddSeconds(1)), Is.False);
        Assert.That(await guard.TryReserveAsync("old", _time.GetUtcNow().AddSeconds(1)), Is.True);
    }

    [Test]
    public async Task The_guard_in_memory_keeps_no_more_than_its_capacity()
    {
        var guard = new InMemoryWebhookReplayGuard(_time, capacity: 2);
        foreach (var id in new[] { "one", "two", "three" })
            Assert.That(await guard.TryReserveAsync(id, DateTimeOffset.MaxValue));
        Assert.That(await guard.TryReserveAsync("three", DateTimeOffset.MaxValue), Is.False);
        Assert.That(await guard.TryReserveAsync("two", DateTimeOffset.MaxValue), Is.False);
        Assert.That(await guard.TryReserveAsync("one", DateTimeOffset.MaxValue), Is.True);
        Assert.That(() => new InMemoryWebhookReplayGuard(capacity: 0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task The_guard_in_memory_keeps_the_younger_of_two_reservations()
    {
        var guard = new InMemoryWebhookReplayGuard(_time, capacity: 2);
        await guard.TryReserveAsync("one", DateTimeOffset.MaxValue);
        await guard.ReleaseAsync("one");
        await guard.TryReserveAsync("one", DateTimeOffset.MaxValue);
        await guard.TryReserveAsync("two", DateTimeOffset.MaxValue);
        Assert.That(await guard.TryReserveAsync("one", DateTimeOffset.MaxValue), Is.False);
    }

    [Test]
    public async Task The_guard_in_memory_lets_one_of_many_at_once_in()
    {
        var guard = new InMemoryWebhookReplayGuard(_time);
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => guard.TryReserveAsync("one", DateTimeOffset.MaxValue))));
        Assert.That(results.Count(isFirst => isFirst), Is.EqualTo(1));
    }

    private WebhookVerifier Verifier(IWebhookReplayGuard guard, int tolerance = 5) => new(
        new WebhookSecrets { { "tenant-a", "a" }, { "tenant-b", "b" } },
        new() { TimeProvider = _time, ReplayGuard = guard, Tolerance = tolerance < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMinutes(tolerance) });

    private WebhookRequest Json(string account, string secret, string? id = null, int? lifetime = 15) =>
        new(null, "application/json", Body, WebhookTest.Token(secret, account, Body, _time, claims =>
        {
            claims.Lifetime = lifetime is { } minutes ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromHours(24);
            claims.Id = id ?? claims.Id;
        }));

    private sealed class RecordingGuard : IWebhookReplayGuard
    {
        public List<string> Calls { get; } = [];

        public Task<bool> TryReserveAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken = default)
        {
            Calls.Add($"reserve {id} {expires:u}");
            return Task.FromResult(true);
        }

        public Task ConfirmAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken = default)
        {
            Calls.Add($"confirm {id} {expires:u}");
            return Task.CompletedTask;
        }

        public Task ReleaseAsync(string id, CancellationToken cancellationToken = default)
        {
            Calls.Add($"release {id}");
            return Task.CompletedTask;
        }
    }
}
