using System.Security.Cryptography;

namespace Vonage;

/// <summary>
/// Checks webhooks that carry a token in their Authorization header: Messages, Voice (signed callbacks), Verify and others. The token is
/// signed by HS256 with the account's signature secret, and names the hash of the body. A webhook without a body (GET) has its query
/// protected by nothing: have such webhooks sent by POST. Thread-safe.
/// </summary>
public sealed class WebhookTokenVerifier
{
    private const string Scheme = "Bearer ";

    private readonly SecretTable _secrets;
    private readonly WebhookVerifierOptions _options;

    /// <summary>Creates a verifier.</summary>
    /// <param name="secrets">The secrets of the accounts whose webhooks come in. A token's <c>api_key</c> chooses among them.</param>
    /// <param name="options">How strictly to check; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">There is no secret.</exception>
    public WebhookTokenVerifier(WebhookSecrets secrets, WebhookVerifierOptions? options = null)
    {
        _secrets = new SecretTable(secrets);
        options ??= new WebhookVerifierOptions();
        _options = new WebhookVerifierOptions
        {
            Tolerance = options.Tolerance,
            Skew = options.Skew,
            Issuer = options.Issuer,
            ReplayGuard = options.ReplayGuard,
            TimeProvider = options.TimeProvider,
        };
    }

    /// <summary>Checks a webhook.</summary>
    /// <param name="authorization">The value of the Authorization header: <c>Bearer</c> and the token.</param>
    /// <param name="body">The body, to the byte as it came; empty where there is none.</param>
    /// <param name="cancellationToken">Ends the wait for the replay guard.</param>
    public async Task<WebhookVerification> VerifyAsync(string? authorization, byte[] body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (string.IsNullOrWhiteSpace(authorization))
            return WebhookVerification.Failed(WebhookFailure.Missing, "There is no Authorization header. Are signed webhooks switched on in the application's or the account's settings?");
        if (!authorization!.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return WebhookVerification.Failed(WebhookFailure.Malformed, "The Authorization header holds no bearer token.");
        if (ParsedToken.Read(authorization.Substring(Scheme.Length)) is not { } token)
            return WebhookVerification.Failed(WebhookFailure.Malformed, "The token is no JSON Web Token signed by HS256.");
        var lastMoment = DateTimeOffset.MaxValue;
        return VerifySignature(token) ?? VerifyIssuer(token) ?? VerifyTime(token, out lastMoment) ?? VerifyBody(token, body)
            ?? await VerifyUseAsync(token, lastMoment, cancellationToken).ConfigureAwait(false)
            ?? WebhookVerification.Valid(token.Claims);
    }

    private static WebhookVerification Malformed(string claim) => WebhookVerification.Failed(WebhookFailure.Malformed, $"The token's '{claim}' cannot be read.");

    private static WebhookVerification? VerifyBody(ParsedToken token, byte[] body)
    {
        if (!token.TryGetText("payload_hash", out var expected))
            return Malformed("payload_hash");
        if (expected is null)
            return body.Length == 0 ? null : WebhookVerification.Failed(WebhookFailure.Missing, "The token has no 'payload_hash', but there is a body.");
        return FixedTime.Equal(Convert.ToHexStringLower(SHA256.HashData(body)), expected.ToLowerInvariant())
            ? null
            : WebhookVerification.Failed(WebhookFailure.BodyChanged, "The token is for another body. Was the body changed, or read before, on its way here?");
    }

    private WebhookVerification? VerifySignature(ParsedToken token)
    {
        if (!token.TryGetText("api_key", out var apiKey))
            return Malformed("api_key");
        var secrets = _secrets.For(apiKey);
        if (secrets.Count == 0)
            return WebhookVerification.Failed(WebhookFailure.UnknownKey, "There is no secret for the account that the token names.");
        var isSigned = false;
        foreach (var entry in secrets)
            isSigned |= token.IsSignedBy(entry.Secret);
        return isSigned ? null : WebhookVerification.Failed(WebhookFailure.BadSignature, "The token has another signature. Does the secret agree with the account's settings?");
    }

    private WebhookVerification? VerifyIssuer(ParsedToken token)
    {
        if (_options.Issuer is not { } issuer)
            return null;
        if (!token.TryGetText("iss", out var actual))
            return Malformed("iss");
        return actual == issuer ? null : WebhookVerification.Failed(WebhookFailure.UnknownIssuer, "The token is not by the issuer that is expected.");
    }

    private WebhookVerification? VerifyTime(ParsedToken token, out DateTimeOffset lastMoment)
    {
        lastMoment = DateTimeOffset.MaxValue;
        if (!token.TryGetTime("iat", out var issued))
            return Malformed("iat");
        if (!token.TryGetTime("exp", out var expires))
            return Malformed("exp");
        if (!token.TryGetTime("nbf", out var starts))
            return Malformed("nbf");
        var hasAge = _options.Tolerance != Timeout.InfiniteTimeSpan;
        if (issued is null && hasAge)
            return WebhookVerification.Failed(WebhookFailure.Missing, "The token has no 'iat'.");
        if (expires is { } end)
            lastMoment = ParsedToken.Later(end, _options.Skew);
        if (issued is { } start && hasAge && ParsedToken.Later(start, _options.Tolerance + _options.Skew) is var oldest && oldest < lastMoment)
            lastMoment = oldest;
        var now = _options.TimeProvider.GetUtcNow();
        if (now > lastMoment)
            return WebhookVerification.Failed(WebhookFailure.Expired, "The token's time is over, or it was signed too long ago.");
        var earliest = ParsedToken.Later(now, _options.Skew);
        return issued > earliest || starts > earliest
            ? WebhookVerification.Failed(WebhookFailure.NotYetValid, "The token was signed in the future. Is this machine's clock right?")
            : null;
    }

    private async Task<WebhookVerification?> VerifyUseAsync(ParsedToken token, DateTimeOffset lastMoment, CancellationToken cancellationToken)
    {
        if (_options.ReplayGuard is not { } guard)
            return null;
        if (!token.TryGetText("jti", out var id))
            return Malformed("jti");
        if (string.IsNullOrEmpty(id))
            return WebhookVerification.Failed(WebhookFailure.Missing, "The token has no 'jti', without which nobody can tell whether it was used.");
        return await guard.TryUseAsync(id!, lastMoment, cancellationToken).ConfigureAwait(false)
            ? null
            : WebhookVerification.Failed(WebhookFailure.Replayed, "The token was used before.");
    }
}
