namespace Vonage;

/// <summary>Finds the secrets that can have signed a webhook that names an account, or none.</summary>
internal sealed class SecretTable
{
    private readonly WebhookSecrets.Entry[] _all;
    private readonly bool _ofOneAccount;

    public SecretTable(WebhookSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0)
            throw new ArgumentException("At least one signature secret is required to verify webhooks.", nameof(secrets));
        _all = [.. secrets.Entries];
        _ofOneAccount = _all.Select(entry => entry.ApiKey).Distinct(StringComparer.Ordinal).Count() == 1;
    }

    /// <summary>
    /// With several accounts, a webhook that names no account could belong to any of them. One tenant must not be able to impersonate
    /// another, so only secrets that are valid for any account are used for it.
    /// </summary>
    public IReadOnlyList<WebhookSecrets.Entry> For(string? apiKey)
    {
        if (apiKey is null && _ofOneAccount)
            return _all;
        return Array.FindAll(_all, entry => entry.ApiKey is null || entry.ApiKey == apiKey);
    }
}
