using System.Globalization;

namespace Vonage;

/// <summary>
/// Verifies the webhooks of the SMS API (inbound messages and delivery receipts), which contain a signature parameter. The signature
/// algorithm, as Vonage defines it, cannot distinguish <c>&amp;</c>, <c>=</c> and <c>_</c>. A parameter whose value is empty may be signed or not.
/// </summary>
internal sealed class SmsWebhookVerifier(SecretTable secrets, WebhookVerifierOptions options)
{
    /// <summary>Verifies the parameters of a webhook. The comparison takes constant time.</summary>
    public WebhookVerification Verify(WebhookRequest request, WebhookRequirements requirements)
    {
        var parameters = request.Parameters;
        if (Repeated(parameters) is { } name)
            return Failed(WebhookFailure.Malformed, $"The parameter '{name}' occurs twice.");
        if (Find(parameters, SmsSignature.Parameter) is not { } signature)
            return Failed(WebhookFailure.Missing, "The parameter 'sig' is missing. Check that signed webhooks are enabled in the account's settings.");
        if (parameters.Any(parameter => parameter.Key != NamedAccount.Parameter && NamedAccount.IsName(parameter.Key)))
            return Failed(WebhookFailure.Malformed, "The parameters name their account as requests do, not as webhooks do.");
        if (Find(parameters, NamedAccount.Parameter) is not { Length: > 0 } account)
            return Failed(WebhookFailure.Missing, "The parameter 'api-key' is missing.");
        var entries = secrets.For(account);
        if (entries.Length == 0)
            return Failed(WebhookFailure.UnknownKey, "No secret is configured for the account that the webhook names.");
        signature = signature.ToLowerInvariant();
        if (!IsSigned(parameters, signature, entries))
            return Failed(WebhookFailure.InvalidSignature, "The signature does not match. Check that the secret and the method match the account's settings.");
        return VerifyTime(Find(parameters, SmsSignature.Timestamp), out var lastMoment)
            ?? requirements.FindOther(account)
            ?? VerifyAccount(account, request)
            ?? WebhookVerification.Valid(account, options.ReplayGuard is { } guard ? new ReplayTicket(guard, account, signature, lastMoment, options.TimeProvider.GetUtcNow()) : null);
    }

    private static WebhookVerification Failed(WebhookFailure failure, string reason) => WebhookVerification.Failed(failure, reason);

    private static WebhookVerification? VerifyAccount(string account, WebhookRequest request) =>
        request.NamesAccount(named => named != account)
            ? Failed(WebhookFailure.AccountMismatch, "The query of the webhook names another account than the one that signed it.")
            : null;

    private static string? Repeated(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in parameters.Select(parameter => parameter.Key).Where(name => name is SmsSignature.Parameter or SmsSignature.Timestamp or NamedAccount.Parameter))
        {
            if (!seen.Add(name))
                return name;
        }

        return null;
    }

    private static string? Find(IEnumerable<KeyValuePair<string, string?>> parameters, string name) =>
        parameters.FirstOrDefault(parameter => parameter.Key == name).Value;

    // Every secret is tried, so that the duration does not reveal which one matched.
    private static bool IsSigned(IReadOnlyList<KeyValuePair<string, string?>> parameters, string signature, IReadOnlyList<WebhookSecrets.Entry> entries)
    {
        var texts = SmsSignature.Texts(parameters);
        var isSigned = false;
        foreach (var entry in entries)
            foreach (var text in texts)
                isSigned |= FixedTime.Equal(SmsSignature.Compute(text, entry.Secret, entry.Method), signature);
        return isSigned;
    }

    private WebhookVerification? VerifyTime(string? timestamp, out DateTimeOffset lastMoment)
    {
        lastMoment = DateTimeOffset.MaxValue;
        if (options.Tolerance == Timeout.InfiniteTimeSpan)
            return null;
        if (timestamp is null)
            return Failed(WebhookFailure.Missing, "The parameter 'timestamp' is missing.");
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return Failed(WebhookFailure.Malformed, "The parameter 'timestamp' is not a number of seconds.");
        var now = options.TimeProvider.GetUtcNow();
        var age = now.ToUnixTimeSeconds() - seconds;
        if (age > options.Tolerance.TotalSeconds)
            return Failed(WebhookFailure.Expired, "The webhook was signed too long ago.");
        if (age < -options.Tolerance.TotalSeconds)
            return Failed(WebhookFailure.NotYetValid, "The webhook was signed in the future. Check the clock of this machine.");
        lastMoment = ParsedToken.Later(now, options.Tolerance - TimeSpan.FromSeconds(age - 1));
        return null;
    }
}
