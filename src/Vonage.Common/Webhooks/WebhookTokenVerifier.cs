using System.Security.Cryptography;

namespace Vonage;

/// <summary>
/// Verifies webhooks with a token in the Authorization header. The token is signed with HS256 and the account's signature secret, and contains
/// a hash of the body. The token is verified first, so that the body of an unsigned webhook need not be read.
/// </summary>
internal sealed class WebhookTokenVerifier(SecretTable secrets, WebhookVerifierOptions options)
{
    private const string Scheme = "Bearer ";

    /// <summary>Verifies a token: its signature, issuer and times.</summary>
    /// <param name="authorization">The value of the Authorization header: <c>Bearer</c> followed by the token.</param>
    public TokenCheck Open(string? authorization)
    {
        if (string.IsNullOrWhiteSpace(authorization))
            return Failed(WebhookFailure.Missing, "The Authorization header is missing. Check that signed webhooks are enabled in the settings of the application or the account.");
        if (!authorization!.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Failed(WebhookFailure.Malformed, "The Authorization header does not contain a bearer token.");
        if (ParsedToken.Read(authorization.Substring(Scheme.Length).TrimStart(' ')) is not { } token)
            return Failed(WebhookFailure.Malformed, "The token is not a JSON Web Token signed with HS256.");
        var lastMoment = DateTimeOffset.MaxValue;
        var failure = VerifySignature(token, out var account) ?? VerifyIssuer(token) ?? VerifyTime(token, out lastMoment);
        return new TokenCheck(failure, token, account, lastMoment);
    }

    /// <summary>Verifies that a valid token belongs to a webhook.</summary>
    public WebhookVerification Verify(in TokenCheck check, WebhookRequest request, WebhookRequirements requirements)
    {
        if (check.Failure is { } failure)
            return failure;
        if (request.IsQuery && !requirements.AllowUnsignedQuery)
            return WebhookVerification.Failed(WebhookFailure.UnsignedQuery, "The fields are in the query, which the token does not protect. Set the HTTP method of the webhook to POST, or set AllowUnsignedQuery.");
        return VerifyBody(check.Token!, request.Body) ?? requirements.FindOther(check.Account) ?? VerifyAccount(check.Account, request) ?? Accept(check);
    }

    private static TokenCheck Failed(WebhookFailure failure, string reason) => new(WebhookVerification.Failed(failure, reason), null, null, default);

    private static WebhookVerification Malformed(string claim) => WebhookVerification.Failed(WebhookFailure.Malformed, $"The claim '{claim}' of the token cannot be read.");

    private static WebhookVerification? VerifyBody(ParsedToken token, byte[] body)
    {
        if (!token.TryGetText("payload_hash", out var expected))
            return Malformed("payload_hash");
        if (expected is null)
            return body.Length == 0 ? null : WebhookVerification.Failed(WebhookFailure.Missing, "The webhook has a body, but the token has no 'payload_hash' claim.");
        return FixedTime.Equal(Convert.ToHexStringLower(SHA256.HashData(body)), expected.ToLowerInvariant())
            ? null
            : WebhookVerification.Failed(WebhookFailure.PayloadHashMismatch, "The token belongs to a different body. Check whether middleware or a proxy changed the body or has already read it.");
    }

    private WebhookVerification? VerifySignature(ParsedToken token, out string? account)
    {
        if (!token.TryGetText("api_key", out account))
            return Malformed("api_key");
        var entries = secrets.For(account);
        if (entries.Length == 0)
            return WebhookVerification.Failed(WebhookFailure.UnknownKey, "No secret is configured for the account that the token names.");
        account ??= entries[0].ApiKey;
        var isSigned = false;
        foreach (var entry in entries)
            isSigned |= token.IsSignedBy(entry.Secret);
        return isSigned ? null : WebhookVerification.Failed(WebhookFailure.InvalidSignature, "The signature does not match. Check that the secret matches the account's settings.");
    }

    private WebhookVerification? VerifyIssuer(ParsedToken token)
    {
        if (options.Issuer is not { } issuer)
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
        var hasAge = options.Tolerance != Timeout.InfiniteTimeSpan;
        if (issued is null && hasAge)
            return WebhookVerification.Failed(WebhookFailure.Missing, "The token has no 'iat' claim.");
        if (expires is { } end)
            lastMoment = ParsedToken.Later(end, options.ClockSkew);
        if (issued is { } start && hasAge && ParsedToken.Later(start, options.Tolerance + options.ClockSkew) is var oldest && oldest < lastMoment)
            lastMoment = oldest;
        var now = options.TimeProvider.GetUtcNow();
        if (now > lastMoment)
            return WebhookVerification.Failed(WebhookFailure.Expired, "The token has expired or was signed too long ago.");
        var earliest = ParsedToken.Later(now, options.ClockSkew);
        return issued > earliest || starts > earliest
            ? WebhookVerification.Failed(WebhookFailure.NotYetValid, "The token was signed in the future. Check the clock of this machine.")
            : null;
    }

    private WebhookVerification? VerifyAccount(string? account, WebhookRequest request) =>
        request.NamesNoAccount() || (account is null && secrets.KnowsNone) ? null : VerifyNames(account, request);

    // A webhook without an account, whose secret belongs to none, must not name an account that has its own secret.
    private WebhookVerification? VerifyNames(string? account, WebhookRequest request) =>
        request.NamesAccount(named => account is null ? secrets.Knows(named) : named != account)
            ? WebhookVerification.Failed(WebhookFailure.AccountMismatch, "The fields or the query of the webhook name another account than the one that signed it, or cannot be read.")
            : null;

    private WebhookVerification Accept(in TokenCheck check)
    {
        var token = check.Token!;
        if (options.ReplayGuard is not { } guard)
            return WebhookVerification.Valid(check.Account, null, token.Claims);
        if (!token.TryGetText("jti", out var id))
            return Malformed("jti");
        return string.IsNullOrEmpty(id)
            ? WebhookVerification.Failed(WebhookFailure.Missing, "The token has no 'jti' claim, which is required to detect replays.")
            : WebhookVerification.Valid(check.Account, new ReplayTicket(guard, check.Account, id!, check.LastMoment, options.TimeProvider.GetUtcNow()), token.Claims);
    }
}
