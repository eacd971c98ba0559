using System.Text;

namespace Vonage.Common.Tests;

internal sealed class TokenCacheTests
{
    private readonly ManualTime _time = new();

    [Test]
    public void Sixty_four_callers_mint_one_token()
    {
        var signer = new CountingSigner();
        var cache = new TokenCache(signer.Sign, "app");
        using var start = new Barrier(64);
        var tokens = new string[64];
        var threads = Enumerable.Range(0, 64).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            tokens[i] = cache.GetAuthorization(_time);
        })).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        Assert.That(signer.Count, Is.EqualTo(1));
        Assert.That(tokens.Distinct().Count(), Is.EqualTo(1));
        Assert.That(tokens[0], Does.StartWith("Bearer "));
    }

    [Test]
    public void A_token_is_kept_until_the_last_tenth_of_its_life()
    {
        var signer = new CountingSigner();
        var cache = new TokenCache(signer.Sign, "app");
        var first = cache.GetAuthorization(_time);
        _time.Advance(TimeSpan.FromMinutes(13));
        Assert.That(cache.GetAuthorization(_time), Is.SameAs(first));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(cache.GetAuthorization(_time), Is.Not.EqualTo(first));
        Assert.That(signer.Count, Is.EqualTo(2));
    }

    [Test]
    public void While_one_renews_the_others_go_on_with_the_token_at_hand()
    {
        var signer = new CountingSigner();
        var cache = new TokenCache(signer.Sign, "app");
        var first = cache.GetAuthorization(_time);
        _time.Advance(TimeSpan.FromMinutes(14));
        using var signing = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        signer.OnSign = () =>
        {
            signing.Set();
            go.Wait();
        };
        string? renewed = null;
        var renewal = new Thread(() => renewed = cache.GetAuthorization(_time));
        renewal.Start();
        signing.Wait();
        Assert.That(cache.GetAuthorization(_time), Is.SameAs(first));
        go.Set();
        renewal.Join();
        Assert.That(cache.GetAuthorization(_time), Is.SameAs(renewed));
        Assert.That(signer.Count, Is.EqualTo(2));
    }

    [Test]
    public void A_token_that_has_run_out_is_waited_for()
    {
        var signer = new CountingSigner();
        var cache = new TokenCache(signer.Sign, "app");
        var first = cache.GetAuthorization(_time);
        _time.Advance(TimeSpan.FromMinutes(20));
        var tokens = new string[16];
        Parallel.For(0, tokens.Length, i => tokens[i] = cache.GetAuthorization(_time));
        Assert.That(tokens, Has.None.EqualTo(first));
        Assert.That(signer.Count, Is.EqualTo(2));
    }

    [Test]
    public void A_clock_that_was_set_back_makes_a_new_token()
    {
        var signer = new CountingSigner();
        var cache = new TokenCache(signer.Sign, "app");
        cache.GetAuthorization(_time);
        _time.Advance(TimeSpan.FromHours(-1));
        cache.GetAuthorization(_time);
        Assert.That(signer.Count, Is.EqualTo(2));
    }

    [Test]
    public void Another_clock_makes_its_own_token()
    {
        var signer = new CountingSigner();
        var cache = new TokenCache(signer.Sign, "app");
        cache.GetAuthorization(_time);
        cache.GetAuthorization(new ManualTime());
        Assert.That(signer.Count, Is.EqualTo(2));
    }

    [Test]
    public void A_refused_token_is_renewed_once_for_all_who_sent_it_however_young_it_is()
    {
        var signer = new CountingSigner();
        var cache = new TokenCache(claims => $"{signer.Sign(claims)} {signer.Count}", "app");
        var first = cache.GetAuthorization(_time);
        var tokens = new string[16];
        Assert.That(cache.GetAuthorization(_time), Is.SameAs(first));
        Parallel.For(0, tokens.Length, i =>
        {
            Assert.That(cache.Forget(first, _time), Is.True);
            tokens[i] = cache.GetAuthorization(_time);
        });
        Assert.That(tokens, Has.None.EqualTo(first));
        Assert.That((signer.Count, tokens.Distinct().Count()), Is.EqualTo((2, 1)));
    }

    [Test]
    public void A_key_that_is_not_valid_does_not_cost_a_signature_for_each_call()
    {
        var signer = new CountingSigner();
        var cache = new TokenCache(claims => $"{signer.Sign(claims)} {signer.Count}", "app");
        Assert.That(cache.Forget(cache.GetAuthorization(_time), _time), Is.False, "signed for this call");
        Assert.That(cache.Forget(cache.GetAuthorization(_time), _time), Is.True);
        for (var i = 0; i < 100; i++)
            Assert.That(cache.Forget(cache.GetAuthorization(_time), _time), Is.False);
        Assert.That(signer.Count, Is.EqualTo(2));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.That(cache.Forget(cache.GetAuthorization(_time), _time), Is.True);
        cache.GetAuthorization(_time);
        Assert.That(signer.Count, Is.EqualTo(3));
    }

    [Test]
    public void In_steady_state_nothing_is_allocated()
    {
        var cache = new TokenCache(new CountingSigner().Sign, "app");
        cache.GetAuthorization(TimeProvider.System);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            cache.GetAuthorization(TimeProvider.System);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public async Task Credentials_with_more_added_share_the_token()
    {
        var first = await Keys.Application.GetAuthorizationAsync(ApiAuthentication.Jwt, TimeProvider.System);
        Assert.That(await Keys.Application.WithApiKey("k", "s").GetAuthorizationAsync(ApiAuthentication.Jwt, TimeProvider.System), Is.SameAs(first));
    }

    private sealed class CountingSigner
    {
        private int _count;

        public int Count => _count;

        public Action? OnSign { get; set; }

        public string Sign(byte[] claims)
        {
            Interlocked.Increment(ref _count);
            OnSign?.Invoke();
            // Long enough for the others to arrive.
            SpinWait.SpinUntil(() => false, 5);
            return Encoding.UTF8.GetString(claims);
        }
    }
}
