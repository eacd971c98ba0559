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
    private bool _isRefused;

    public string GetAuthorization(TimeProvider clock)
    {
        var current = _current;
        var now = clock.GetUtcNow();
        if (current is not null && current.IsFresh(clock, now))
            return current.Reuse();

        var entered = false;
        try
        {
            if (current is not null && current.IsGood(clock, now))
            {
                Monitor.TryEnter(_renewal, ref entered);
                if (!entered)
                    return current.Reuse();
            }
            else
            {
                Monitor.Enter(_renewal, ref entered);
            }

            if (_current is { } renewed && renewed.IsFresh(clock, now))
                return renewed.Reuse();
            (_current, _isRefused) = (Mint(clock, now, _isRefused), false);
            return _current.Authorization;
        }
        finally
        {
            if (entered)
                Monitor.Exit(_renewal);
        }
    }

    /// <summary>
    /// Discards a token that the server rejected, once for all who sent it. One that was signed for this request, or in the last seconds in place
    /// of another rejected one, stays: a new one would say the same, and a key that is not valid would cost two requests for each call.
    /// </summary>
    /// <returns>Whether the next token is another.</returns>
    public bool Forget(string authorization, TimeProvider clock)
    {
        lock (_renewal)
        {
            if (_current is { } current && current.Authorization == authorization)
            {
                if (!current.IsReused || current.IsRecentReplacement(clock.GetUtcNow()))
                    return false;
                (_current, _isRefused) = (null, true);
            }

            return true;
        }
    }

    private Entry Mint(TimeProvider clock, DateTimeOffset now, bool isReplacement)
    {
        var token = signer(ClaimsWriter.Write(Claims, applicationId, now));
        ClientTelemetry.Named(VonageTelemetry.Name).OnToken();
        return new Entry("Bearer " + token, clock, now, Claims.Lifetime, isReplacement);
    }

    private sealed class Entry(string authorization, TimeProvider clock, DateTimeOffset issued, TimeSpan lifetime, bool isReplacement)
    {
        private static readonly TimeSpan Recency = TimeSpan.FromSeconds(10);

        // A token with less time left may expire on its way to the server.
        private static readonly TimeSpan Travel = TimeSpan.FromSeconds(30);

        private readonly DateTimeOffset _renewal = issued + TimeSpan.FromTicks(lifetime.Ticks / 10 * 9);
        private readonly DateTimeOffset _end = issued + lifetime - Travel;

        public string Authorization { get; } = authorization;

        /// <summary>Whether others than the one who signed it have got the token.</summary>
        public bool IsReused { get; private set; }

        public bool IsFresh(TimeProvider by, DateTimeOffset now) => now < _renewal && IsGood(by, now);

        public bool IsRecentReplacement(DateTimeOffset now) => isReplacement && now < issued + Recency;

        public string Reuse()
        {
            // Written once: a line that all processors share is slow to write.
            if (!IsReused)
                IsReused = true;
            return Authorization;
        }

        // If the clock was set back, the token would be from the future, which servers reject.
        public bool IsGood(TimeProvider by, DateTimeOffset now) => ReferenceEquals(by, clock) && now < _end && now >= issued - Travel;
    }
}
