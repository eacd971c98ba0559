namespace Vonage;

/// <summary>
/// The Authorization header for one application's key, shared by all callers. The first caller in the last tenth of the token's lifetime
/// renews it, while the others continue to use the existing token.
/// </summary>
internal sealed class TokenCache(JwtSigner signer, string applicationId)
{
    private static readonly JwtClaims Claims = new();

    private readonly object _renewal = new();
    private volatile Entry? _current;

    public string GetAuthorization(TimeProvider clock)
    {
        var current = _current;
        var now = clock.GetUtcNow();
        if (current is not null && current.IsFresh(clock, now))
            return current.Authorization;

        var entered = false;
        try
        {
            if (current is not null && current.IsGood(clock, now))
            {
                Monitor.TryEnter(_renewal, ref entered);
                if (!entered)
                    return current.Authorization;
            }
            else
            {
                Monitor.Enter(_renewal, ref entered);
            }

            if (_current is { } renewed && renewed.IsFresh(clock, now))
                return renewed.Authorization;
            return (_current = Mint(clock, now)).Authorization;
        }
        finally
        {
            if (entered)
                Monitor.Exit(_renewal);
        }
    }

    /// <summary>Discards a token that the server rejected, unless a new one would say the same.</summary>
    /// <returns>Whether the next token is another.</returns>
    public bool Forget(string authorization, TimeProvider clock)
    {
        lock (_renewal)
        {
            if (_current is { } current && current.Authorization == authorization)
            {
                if (current.IsNew(clock.GetUtcNow()))
                    return false;
                _current = null;
            }

            return true;
        }
    }

    private Entry Mint(TimeProvider clock, DateTimeOffset now)
    {
        var token = signer(ClaimsWriter.Write(Claims, applicationId, now));
        ClientTelemetry.Named(VonageTelemetry.Name).OnToken();
        return new Entry("Bearer " + token, clock, now, Claims.Lifetime);
    }

    private sealed class Entry(string authorization, TimeProvider clock, DateTimeOffset issued, TimeSpan lifetime)
    {
        // A younger token was not rejected for its age.
        private static readonly TimeSpan Newness = TimeSpan.FromSeconds(10);

        // A token with less time left may expire on its way to the server.
        private static readonly TimeSpan Travel = TimeSpan.FromSeconds(30);

        private readonly DateTimeOffset _renewal = issued + TimeSpan.FromTicks(lifetime.Ticks / 10 * 9);
        private readonly DateTimeOffset _end = issued + lifetime - Travel;

        public string Authorization { get; } = authorization;

        public bool IsFresh(TimeProvider by, DateTimeOffset now) => now < _renewal && IsGood(by, now);

        public bool IsNew(DateTimeOffset now) => now < issued + Newness;

        // If the clock was set back, the token would be from the future, which servers reject.
        public bool IsGood(TimeProvider by, DateTimeOffset now) => ReferenceEquals(by, clock) && now < _end && now >= issued - Travel;
    }
}
