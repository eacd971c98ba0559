namespace Vonage.Core;

/// <summary>A scheme with bearer tokens that requests of their own fetch, such as those of OAuth 2.0.</summary>
/// <remarks>
/// Calls with the same key share a token: it is fetched once for all that wait for it, used until shortly before it expires, and fetched anew if the server
/// rejects it. If it cannot be fetched, the call is not sent (<see cref="ApiTokenException"/>). The tokens belong to a client and its credentials (equal ones share them), and
/// are in memory only.
/// </remarks>
public abstract class TokenAuthentication : ApiAuthentication
{
    private readonly ApiAuthentication _fetching;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="name">The name for error messages.</param>
    /// <param name="fetching">The scheme that authenticates the requests for a token, and so what the credentials must support.</param>
    protected TokenAuthentication(string name, ApiAuthentication fetching)
        : base(name) => _fetching = fetching ?? throw new ArgumentNullException(nameof(fetching));

    /// <inheritdoc/>
    public override bool CanUse(ApiCredentials credentials) => _fetching.CanUse(credentials);

    /// <inheritdoc/>
    public override string Requires(ApiCredentials credentials) => _fetching.Requires(credentials);

    /// <summary>Gets what the token of a request is for, such as a phone number. Requests with the same key share a token. Only the hash of the key is kept.</summary>
    /// <param name="request">The request.</param>
    protected abstract string KeyOf(ApiRequest request);

    /// <summary>
    /// Indicates whether another token can be fetched for a request: in place of a cached one that was rejected, or while the fetch of a call that has
    /// given up may still be under way. The default is <see langword="true"/>.
    /// </summary>
    /// <param name="request">The request.</param>
    protected virtual bool CanRenew(ApiRequest request) => true;

    /// <summary>Fetches a token.</summary>
    /// <remarks>
    /// The requests are calls of their own, with the timeout and the retries of the client, and part of the attempt of the call that needs the token: they do
    /// not wait for a turn of a rate limiter. They go on if the caller gives up; those who wait for the token then begin others.
    /// The text of an error that a server sends is in <see cref="ApiException.Body"/> and never in a message, because it may repeat what was sent.
    /// </remarks>
    /// <param name="request">The first request that needs the token.</param>
    /// <param name="client">The client that sends it.</param>
    /// <param name="options">The options for each request that fetches the token.</param>
    protected abstract Task<AccessToken> FetchAsync(ApiRequest request, ApiClient client, RequestOptions options);

    /// <inheritdoc/>
    protected internal sealed override ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, ApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var client = request.Client!;
        var token = client.Tokens.GetAsync(KeyIn(request), clock, () => FetchAsync(request, client, OptionsFor(request)), CanRenew(request), cancellationToken);
        if (!token.IsCompletedSuccessfully)
            return AwaitAsync(message, request, token);
        Set(message, token.Result);
        return default;
    }

    /// <inheritdoc/>
    protected internal sealed override bool Forget(HttpRequestMessage refused, ApiCredentials credentials, TimeProvider clock)
    {
        var request = ((ApiMessage)refused).Request;
        return refused.Headers.TryGetValues("Authorization", out var values)
            && request.Client!.Tokens.Forget(KeyIn(request), values.First())
            && CanRenew(request);
    }

    internal sealed override string? Identify(ApiCredentials credentials) => _fetching.Identify(credentials);

    private static RequestOptions OptionsFor(ApiRequest request) =>
        new() { Credentials = request.Plan.Credentials, BaseAddress = request.Options?.BaseAddress, IsWithinAttempt = true };

    private static async ValueTask AwaitAsync(HttpRequestMessage message, ApiRequest request, ValueTask<string> token)
    {
        try
        {
            Set(message, await token.ConfigureAwait(false));
        }
        catch (ApiException failure)
        {
            throw new ApiTokenException(request, failure);
        }
        catch (AccessToken.UnusableTokenException failure)
        {
            throw new ApiTokenException(request, failure);
        }
    }

    private static void Set(HttpRequestMessage message, string authorization) => message.Headers.TryAddWithoutValidation("Authorization", authorization);

    private TokenKey KeyIn(ApiRequest request)
    {
        try
        {
            return TokenKey.Of(this, request.Plan.Credentials, request.Plan.Address.Text, KeyOf(request));
        }
        catch (InvalidRequestException error)
        {
            throw error.For(request.Operation.Name);
        }
    }
}
