namespace Vonage.Cli;

/// <summary>
/// The settings by the names of the environment's variables, from three layers: options of the command, the environment, and the profile. A secret belongs to
/// the key beside it: a layer with another key hides the secrets below it.
/// </summary>
internal sealed class Variables(params Func<string, string?>[] layers)
{
    public const string ApiKey = VonageEnvironment.ApiKey;
    public const string ApiSecret = VonageEnvironment.ApiSecret;
    public const string ApplicationId = VonageEnvironment.ApplicationId;
    public const string PrivateKey = VonageEnvironment.PrivateKey;
    public const string PrivateKeyPath = VonageEnvironment.PrivateKeyPath;
    public const string SignatureSecret = VonageEnvironment.SignatureSecret;
    public const string SignatureMethod = VonageEnvironment.SignatureMethod;
    public const string BaseUrl = VonageEnvironment.BaseUrl;
    public const string Region = "VONAGE_REGION";
    public const string Profile = "VONAGE_PROFILE";
    public const string FlowrouteBaseUrl = "FR_BASE_URL";
    public const string FlowrouteKey = "FR_ACCESS_KEY";
    public const string FlowrouteSecret = "FR_SECRET_KEY";

    private static readonly Dictionary<string, string[]> Owners = new(StringComparer.Ordinal)
    {
        [ApiSecret] = [ApiKey],
        [PrivateKey] = [PrivateKeyPath, ApplicationId],
        [PrivateKeyPath] = [PrivateKey, ApplicationId],
        [SignatureMethod] = [SignatureSecret],
        [FlowrouteSecret] = [FlowrouteKey],
    };

    public string? Get(string name)
    {
        foreach (var layer in layers)
            if (Value(layer, name) is { } value)
                return value;
            else if (Owners.TryGetValue(name, out var owners) && owners.Any(owner => Value(layer, owner) is not null))
                return null;
        return null;
    }

    private static string? Value(Func<string, string?> layer, string name) => layer(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
