using System.Security.Cryptography;

namespace Vonage;

/// <summary>
/// Verifies webhooks with a token in the Authorization header: Messages, Voice (signed callbacks), Verify and others. The token is signed
/// with HS256 and the account's signature secret, and contains a hash of the body. It does not protect the query of a webhook without a
/// body (GET): prefer POST. Instances are thread-safe.
/// </summary>
public sealed class WebhookTokenVerifier
{
    private const string Scheme = "Bearer ";

    private readonly SecretTable _secrets;
    private readonly WebhookVerifierOptions _options;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="secrets">The secrets of the accounts whose webhooks are received. The <c>api_key</c> claim of a token selects the account.</param>
    /// <param name="options">The verification options; <see langword="null"/> for the defaults.</param>
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

    /// <summary>Verifies a webhook.</summary>
    /// <param name="authorization">The value of the Authorization header: <c>Bearer</c> followed by the token.</param>
    /// <param name="body">The body, exactly as received; empty if there is none.</param>
    /// <param name="cancellationToken">Cancels the call of the replay guard.</param>
    public async Task<WebhookVerification> VerifyAsync(string? authorization, byte[] body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (string.IsNullOrWhiteSpace(authorization))
            return WebhookVerification.Failed(WebhookFailure.Missing, "The Authorization header is missing. Check that signed webhooks are enabled in the settings of the application or the account.");
        if (!authorization!.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return WebhookVerification.Failed(WebhookFailure.Malformed, "The Authorization header does not contain a bearer token.");
        if (ParsedToken.Read(authorization.Substring(Scheme.Length)) is not { } token)
            return WebhookVerification.Failed(WebhookFailure.Malformed, "The token is not a JSON Web Token signed with HS256.");
        var lastMoment = DateTimeOffset.MaxValue;
        return VerifySignature(token) ?? VerifyIssuer(token) ?? VerifyTime(token, out lastMoment) ?? VerifyBody(token, body)
            ?? await VerifyUseAsync(token, lastMoment, cancellationToken).ConfigureAwait(false)
            ?? WebhookVerification.Valid(token.Claims);
    }

    private static WebhookVerification Malformed(string claim) => WebhookVerification.Failed(WebhookFailure.Malformed, $"The claim '{claim}' of the token cannot be read.");

    private static WebhookVerification? VerifyBody(ParsedToken token, byte[] body)
    {
        if (!token.TryGetText("payload_hash", out var expected))
            return Malformed("payload_hash");
        if (expected is null)
            return body.Length == 0 ? null : WebhookVerification.Failed(WebhookFailure.Missing, "The webhook has a body, but the token has no 'payload_hash' claim.");
        return FixedTime.Equal(Convert.ToHexStringLower(SHA256.HashData(body)), expected.ToLowerInvariant())
            ? null
            : WebhookVerification.Failed(WebhookFailure.BodyChanged, "The token belongs to a different body. Check whether middleware or a proxy changed the body or has already read it.");
    }

    private WebhookVerification? VerifySignature(ParsedToken token)
    {
        if (!token.TryGetText("api_key", out var apiKey))
            return Malformed("api_key");
        var secrets = _secrets.For(apiKey);
        if (secrets.Count == 0)
            return WebhookVerification.Failed(WebhookFailure.UnknownKey, "No secret is configured for the account that the token names.");
        var isSigned = false;
        foreach (var entry in secrets)
            isSigned |= token.IsSignedBy(entry.Secret);
        return isSigned ? null : WebhookVerification.Failed(WebhookFailure.BadSignature, "The signature does not match. Check that the secret matches the account's settings.");
    }

    private WebhookVerification? VerifyIssuer(ParsedToken token)
    {
        if (_options.Issuer is not { } issuer)
            return null;
        if (!token.TryGetText("iss", out var actual))
            return Malformed("iss");
        return actual == issuer ? null : WebhookVerification.Failed(WebhookFailure.UnknownIssuer, "The token has an unexpected issuer.");
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
            return WebhookVerification.Failed(WebhookFailure.Missing, "The token has no 'iat' claim.");
        if (expires is { } end)
            lastMoment = ParsedToken.Later(end, _options.Skew);
        if (issued is { } start && hasAge && ParsedToken.Later(start, _options.Tolerance + _options.Skew) is var oldest && oldest < lastMoment)
            lastMoment = oldest;
        var now = _options.TimeProvider.GetUtcNow();
        if (now > lastMoment)
            return WebhookVerification.Failed(WebhookFailure.Expired, "The token has expired or was signed too long ago.");
        var earliest = ParsedToken.Later(now, _options.Skew);
        return issued > earliest || starts > earliest
            ? WebhookVerification.Failed(WebhookFailure.NotYetValid, "The token was signed in the future. Check the clock of this machine.")
            : null;
    }

    private async Task<WebhookVerification?> VerifyUseAsync(ParsedToken token, DateTimeOffset lastMoment, CancellationToken cancellationToken)
    {
        if (_options.ReplayGuard is not { } guard)
            return null;
        if (!token.TryGetText("jti", out var id))
            return Malformed("jti");
        if (string.IsNullOrEmpty(id))
            return WebhookVerification.Failed(WebhookFailure.Missing, "The token has no 'jti' claim, which is required to detect replays.");
        return await guard.TryUseAsync(id!, lastMoment, cancellationToken).ConfigureAwait(false)
            ? null
            : WebhookVerification.Failed(WebhookFailure.Replayed, "The token was already used.");
    }
}
