namespace Vonage;

/// <summary>
/// An account, or an application, and how to reach Vonage for it. In a configuration section each property is a key of the same name;
/// the keys of Vonage's official SDK (<c>Api.Key</c>, <c>Application.Id</c> and so on) are read, too.
/// </summary>
public sealed class VonageOptions
{
    /// <summary>The account's API key.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The account's API secret.</summary>
    public string? ApiSecret { get; set; }

    /// <summary>The application's id.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The application's private key, as PEM text.</summary>
    public string? PrivateKey { get; set; }

    /// <summary>The file that holds the application's private key, instead of <see cref="PrivateKey"/>.</summary>
    public string? PrivateKeyPath { get; set; }

    /// <summary>The account's signature secret: webhooks are verified with it, and SMS signed where there is no API secret.</summary>
    public string? SignatureSecret { get; set; }

    /// <summary>How SMS are signed, a setting of the account. Default: <see cref="SignatureMethod.Md5Hash"/>.</summary>
    public SignatureMethod SignatureMethod { get; set; } = SignatureMethod.Md5Hash;

    /// <summary>Signature secrets that webhooks may still be signed with, while a new one takes over. Default: none.</summary>
    public IList<string> PreviousSignatureSecrets { get; } = [];

    /// <summary>
    /// Gets the credentials from elsewhere, such as a secret store, instead of from the properties above. Called once, when the host starts
    /// or a client is first asked for. A store that can only be asked asynchronously is asked before the host is built, or by a
    /// configuration provider. Default: <see langword="null"/>.
    /// </summary>
    public Func<IServiceProvider, VonageCredentials>? Credentials { get; set; }

    /// <summary>
    /// Hosts, region, timeout and the like. In configuration <c>Region</c>, <c>Timeout</c> (such as <c>00:00:30</c>),
    /// <c>ApplicationName</c> and <c>Hosts</c> (a section with an address by host) stand beside the other keys.
    /// </summary>
    public VonageClientOptions Client { get; } = new();

    /// <summary>How many requests to send in a second at most; others wait. Default: <see langword="null"/>, no limit.</summary>
    public double? RequestsPerSecond { get; set; }

    /// <summary>The proxy to send requests through. Default: what the system says.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>How long a connection is used before another takes its place, so that a change of address is noticed. Default: 3 minutes.</summary>
    public TimeSpan PooledConnectionLifetime { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How long an idle connection is kept. Default: 1 minute.</summary>
    public TimeSpan PooledConnectionIdleTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Where the values are from, for errors: the section's path, or null where code has set them.</summary>
    internal string? Path { get; set; }

    /// <summary>The key under which a value was found, where it is not the property's name.</summary>
    internal Dictionary<string, string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>What could not be read from configuration.</summary>
    internal List<string> Problems { get; } = [];

    /// <summary>The credentials, once the options are valid.</summary>
    internal VonageCredentials? Resolved { get; set; }

    /// <summary>What to call a property in an error: the configuration's key, or the property.</summary>
    internal string NameOf(string property)
    {
        if (Path is null)
            return $"{nameof(VonageOptions)}.{property}";
        var key = Keys.GetValueOrDefault(property, property);
        return Path.Length == 0 ? key : $"{Path}:{key}";
    }
}
