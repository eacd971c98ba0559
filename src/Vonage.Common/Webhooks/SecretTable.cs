namespace Vonage;

/// <summary>Finds the secrets that can have signed a webhook that names an account, or none.</summary>
internal sealed class SecretTable
{
    private readonly Dictionary<string, WebhookSecrets.Entry[]> _byAccount;
    private readonly WebhookSecrets.Entry[] _forOthers;
    private readonly WebhookSecrets.Entry[] _forUnnamed;

    public SecretTable(WebhookSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0)
            throw new ArgumentException("At least one signature secret is required to verify webhooks.", nameof(secrets));
        _byAccount = secrets.Entries.Where(entry => entry.ApiKey is not null)
            .GroupBy(entry => entry.ApiKey!, StringComparer.Ordinal)
            .ToDictionary(account => account.Key, account => account.ToArray(), StringComparer.Ordinal);
        _forOthers = [.. secrets.Entries.Where(entry => entry.ApiKey is null)];
        _forUnnamed = _forOthers.Length == 0 && _byAccount.Count == 1 ? _byAccount.Values.Single() : _forOthers;
    }

    /// <summary>
    /// One tenant must not be able to impersonate another. A secret without an account is valid only for accounts that have no secret of their
    /// own; and with several accounts, a webhook that names none could belong to any of them, so only such secrets are used for it.
    /// </summary>
    public WebhookSecrets.Entry[] For(string? apiKey)
    {
        if (apiKey is null)
            return _forUnnamed;
        return _byAccount.TryGetValue(apiKey, out var own) ? own : _forOthers;
    }

    /// <summary>Indicates whether all secrets are without an account, so that there is none to impersonate.</summary>
    public bool KnowsNone => _byAccount.Count == 0;

    public bool Knows(string apiKey) => _byAccount.ContainsKey(apiKey);
}
