namespace Vonage;

/// <summary>Finds the secrets that can have signed what names an account, or names none.</summary>
internal sealed class SecretTable
{
    private readonly WebhookSecrets.Entry[] _all;
    private readonly bool _ofOneAccount;

    public SecretTable(WebhookSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0)
            throw new ArgumentException("There is no signature secret: nothing could be verified.", nameof(secrets));
        _all = [.. secrets.Entries];
        _ofOneAccount = _all.Select(entry => entry.ApiKey).Distinct(StringComparer.Ordinal).Count() == 1;
    }

    /// <summary>
    /// With several accounts, what names none could be anybody's: one tenant must not speak for another, so that only the secrets that
    /// serve any account are good for it.
    /// </summary>
    public IReadOnlyList<WebhookSecrets.Entry> For(string? apiKey)
    {
        if (apiKey is null && _ofOneAccount)
            return _all;
        return Array.FindAll(_all, entry => entry.ApiKey is null || entry.ApiKey == apiKey);
    }
}
