using System.Security.Cryptography;
using System.Text;

namespace Vonage.Core.Pipeline;

/// <summary>
/// The tokens of a client. A token is fetched once for all that wait for it. Who waits for the fetch of another call fetches on its own if that
/// call gives up, or if its fetch ends without an answer.
/// </summary>
internal sealed class TokenStore
{
    // A client that asks for each number once keeps so many tokens, and no more.
    private const int MaxCount = 10_000;

    // A token with less time left may expire on its way to the server.
    private static readonly TimeSpan Travel = TimeSpan.FromSeconds(30);

    private readonly Dictionary<TokenKey, Entry> _entries = [];

    /// <summary>Gets the value of the Authorization header: with the token that is kept or being fetched, or with a new one.</summary>
    /// <param name="key">What the token is for.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="fetch">Fetches a token. It goes on if the caller gives up, because another may use its token.</param>
    /// <param name="canRepeat">Whether a token can be fetched again while another fetch may still be under way.</param>
    /// <param name="cancellationToken">Canceled when the caller gives up.</param>
    public ValueTask<string> GetAsync(TokenKey key, TimeProvider clock, Func<Task<AccessToken>> fetch, bool canRepeat, CancellationToken cancellationToken)
    {
        var entry = Enter(key, clock, fetch, canRepeat, out var isOwn);
        return entry.Authorization.Status == TaskStatus.RanToCompletion
            ? new(entry.Authorization.Result)
            : WaitAsync(entry, isOwn, key, clock, fetch, canRepeat, cancellationToken);
    }

    /// <summary>Discards a token that the server rejected, once for all who sent it.</summary>
    /// <returns>Whether it is worthwhile to fetch another: not if the token was fetched for the rejected request.</returns>
    public bool Forget(TokenKey key, string authorization)
    {
        lock (_entries)
        {
            if (!_entries.TryGetValue(key, out var known) || !known.Has(authorization))
                return true;
            _entries.Remove(key);
            return known.IsReused;
        }
    }

    private async ValueTask<string> WaitAsync(Entry entry, bool isOwn, TokenKey key, TimeProvider clock, Func<Task<AccessToken>> fetch, bool canRepeat, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                Task end = isOwn || !canRepeat ? entry.Authorization : Task.WhenAny(entry.Authorization, entry.Leaving);
                await end.WaitAsync(Timeout.InfiniteTimeSpan, clock, cancellationToken).ConfigureAwait(false);
                if (entry.Authorization.IsCompleted)
                    return await entry.Authorization.ConfigureAwait(false);
            }
            catch (Exception) when (isOwn && cancellationToken.IsCancellationRequested)
            {
                lock (_entries)
                    entry.Leave();
                throw;
            }
            catch (Exception error) when (!isOwn && !cancellationToken.IsCancellationRequested && IsUnanswered(error))
            {
                // The time was that of another call.
            }

            entry = Enter(key, clock, fetch, canRepeat, out isOwn);
        }
    }

    private static bool IsUnanswered(Exception error) => error is OperationCanceledException or ApiTimeoutException or ApiConnectionException { InnerException: OperationCanceledException };

    /// <summary>Finds the entry of a key, and begins a fetch if nobody fetches for it.</summary>
    private Entry Enter(TokenKey key, TimeProvider clock, Func<Task<AccessToken>> fetch, bool canRepeat, out bool isOwn)
    {
        Entry entry;
        int number;
        lock (_entries)
        {
            var now = clock.GetUtcNow();
            if (_entries.TryGetValue(key, out var known) && known.IsGood(now))
            {
                isOwn = !known.IsFetched && known.HasBeenLeft && canRepeat;
                if (!isOwn)
                    return known.Use();
                entry = known;
            }
            else
            {
                if (_entries.Count >= MaxCount)
                    MakeRoom(now);
                _entries[key] = entry = new Entry();
                isOwn = true;
            }

            number = entry.Begin();
        }

        _ = FetchAsync(key, entry, number, clock, fetch);
        return entry;
    }

    // The first of several fetches that has a token ends the wait for all; only the last of them can fail for all.
    private async Task FetchAsync(TokenKey key, Entry entry, int number, TimeProvider clock, Func<Task<AccessToken>> fetch)
    {
        try
        {
            var token = await fetch().ConfigureAwait(false);
            lock (_entries)
                entry.Complete(token.Authorization, clock.GetUtcNow() + token.Lifetime - Travel);
        }
        catch (Exception error)
        {
            lock (_entries)
            {
                if (entry.IsFetched || entry.LastFetch != number)
                    return;

                // The next call fetches anew.
                if (_entries.TryGetValue(key, out var current) && current == entry)
                    _entries.Remove(key);
                entry.Fail(error);
            }
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        var kept = _entries.Where(entry => entry.Value.IsFetched).OrderBy(entry => entry.Value.End).ToList();
        foreach (var entry in kept.TakeWhile((entry, i) => i < MaxCount / 10 || !entry.Value.IsGood(now)))
            _entries.Remove(entry.Key);
    }

    private sealed class Entry
    {
        private readonly TaskCompletionSource<string> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource<bool> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Authorization => _source.Task;

        /// <summary>Ends when the call that fetches gives up.</summary>
        public Task Leaving => _leaving.Task;

        public bool HasBeenLeft => _leaving.Task.IsCompleted;

        public bool IsFetched => _source.Task.Status == TaskStatus.RanToCompletion;

        /// <summary>Whether others than those who waited for the token have got it.</summary>
        public bool IsReused { get; private set; }

        public int LastFetch { get; private set; }

        public DateTimeOffset End { get; private set; }

        public bool IsGood(DateTimeOffset now) => !IsFetched || now < End;

        public bool Has(string authorization) => IsFetched && _source.Task.Result == authorization;

        public Entry Use()
        {
            IsReused |= IsFetched;
            return this;
        }

        public int Begin()
        {
            if (HasBeenLeft)
                _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return ++LastFetch;
        }

        public void Leave() => _leaving.TrySetResult(true);

        public void Complete(string authorization, DateTimeOffset end)
        {
            if (_source.Task.IsCompleted)
                return;
            End = end;
            _source.SetResult(authorization);
        }

        public void Fail(Exception error)
        {
            _source.SetException(error);

            // Those who waited for it may have given up.
            _ = _source.Task.Exception;
        }
    }
}

/// <summary>What a token is for: it never serves other credentials, nor another server.</summary>
internal readonly record struct TokenKey(ApiAuthentication Scheme, ApiCredentials Credentials, string Server, string Subject)
{
    /// <summary>Creates the key of a subject that may be a secret or personal, such as a code or a phone number: only its hash is kept.</summary>
    public static TokenKey Of(ApiAuthentication scheme, ApiCredentials credentials, string server, string subject) =>
        new(scheme, credentials, server, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(subject))));
}
