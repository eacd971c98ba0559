using System.Globalization;

namespace Vonage;

/// <summary>
/// Verifies the webhooks of the SMS API (inbound messages and delivery receipts), which contain a signature parameter. Instances are
/// thread-safe. The signature algorithm, as Vonage defines it, cannot distinguish <c>&amp;</c>, <c>=</c> and <c>_</c>.
/// </summary>
public sealed class SmsWebhookVerifier
{
    private const string ApiKey = "api-key";

    private readonly SecretTable _secrets;
    private readonly TimeSpan _tolerance;
    private readonly TimeProvider _clock;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="secrets">The secrets of the accounts whose webhooks are received.</param>
    /// <param name="options">The verification options; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">There is no secret.</exception>
    public SmsWebhookVerifier(WebhookSecrets secrets, WebhookVerifierOptions? options = null)
    {
        _secrets = new SecretTable(secrets);
        options ??= new WebhookVerifierOptions();
        (_tolerance, _clock) = (options.Tolerance, options.TimeProvider);
    }

    /// <summary>Verifies parameters. The comparison takes constant time.</summary>
    /// <param name="parameters">All parameters as received, decoded, in any order, including unknown ones.</param>
    public WebhookVerification Verify(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var all = parameters as IReadOnlyCollection<KeyValuePair<string, string?>> ?? [.. parameters];
        if (Repeated(all) is { } name)
            return WebhookVerification.Failed(WebhookFailure.Malformed, $"The parameter '{name}' occurs twice.");
        if (Find(all, SmsSignature.Parameter) is not { } signature)
            return WebhookVerification.Failed(WebhookFailure.Missing, "The parameter 'sig' is missing. Check that signed webhooks are enabled in the account's settings.");
        var secrets = _secrets.For(Find(all, ApiKey));
        if (secrets.Count == 0)
            return WebhookVerification.Failed(WebhookFailure.UnknownKey, "No secret is configured for the account that the webhook names.");
        return IsSigned(all, signature.ToLowerInvariant(), secrets)
            ? VerifyTime(Find(all, SmsSignature.Timestamp))
            : WebhookVerification.Failed(WebhookFailure.BadSignature, "The signature does not match. Check that the secret and the method match the account's settings.");
    }

    private static string? Repeated(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in parameters.Select(parameter => parameter.Key).Where(name => name is SmsSignature.Parameter or SmsSignature.Timestamp or ApiKey))
        {
            if (!seen.Add(name))
                return name;
        }

        return null;
    }

    private static string? Find(IEnumerable<KeyValuePair<string, string?>> parameters, string name) =>
        parameters.FirstOrDefault(parameter => parameter.Key == name).Value;

    // Every secret is tried, so that the duration does not reveal which one matched.
    private static bool IsSigned(IEnumerable<KeyValuePair<string, string?>> parameters, string signature, IReadOnlyList<WebhookSecrets.Entry> secrets)
    {
        var text = SmsSignature.Text(parameters);
        var isSigned = false;
        foreach (var entry in secrets)
            isSigned |= FixedTime.Equal(SmsSignature.Compute(text, entry.Secret, entry.Method), signature);
        return isSigned;
    }

    private WebhookVerification VerifyTime(string? timestamp)
    {
        if (_tolerance == Timeout.InfiniteTimeSpan)
            return WebhookVerification.Valid();
        if (timestamp is null)
            return WebhookVerification.Failed(WebhookFailure.Missing, "The parameter 'timestamp' is missing.");
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return WebhookVerification.Failed(WebhookFailure.Malformed, "The parameter 'timestamp' is not a number of seconds.");
        var age = _clock.GetUtcNow().ToUnixTimeSeconds() - seconds;
        if (age > _tolerance.TotalSeconds)
            return WebhookVerification.Failed(WebhookFailure.Expired, "The webhook was signed too long ago.");
        return age < -_tolerance.TotalSeconds
            ? WebhookVerification.Failed(WebhookFailure.NotYetValid, "The webhook was signed in the future. Check the clock of this machine.")
            : WebhookVerification.Valid();
    }
}
