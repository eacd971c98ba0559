using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Vonage.Core;

namespace Vonage;

/// <summary>The credentials of an account or application, and the client options.</summary>
/// <remarks>
/// In a configuration section, <c>Region</c>, <c>Timeout</c> (such as <c>00:00:30</c>), <c>ApplicationName</c>, <c>Hosts</c> (a section with one address per
/// host) and each property here are keys of the same name. The keys of Vonage's official SDK (<c>Api.Key</c>, <c>Application.Id</c> and so on) are also
/// supported. Any other key is an error. Serializers and debuggers do not show the secrets.
/// </remarks>
public sealed class VonageOptions : VonageClientOptions
{
    /// <summary>The account's API key.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The account's API secret.</summary>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiSecret { get; set; }

    /// <summary>The application ID.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The application's private key, as PEM text.</summary>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? PrivateKey { get; set; }

    /// <summary>The path of a file that contains the application's private key. Use it instead of <see cref="PrivateKey"/>.</summary>
    public string? PrivateKeyPath { get; set; }

    /// <summary>The account's signature secret. It verifies webhooks, and signs SMS requests if there is no API secret.</summary>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SignatureSecret { get; set; }

    /// <summary>The signature method in the account's settings. The default is <see cref="SignatureMethod.Md5Hash"/>.</summary>
    public SignatureMethod SignatureMethod { get; set; } = SignatureMethod.Md5Hash;

    /// <summary>Previous signature secrets that are still accepted for webhooks during a rotation. The default is none.</summary>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IList<string> PreviousSignatureSecrets { get; } = [];

    /// <summary>
    /// A callback that returns the credentials, for example from a secret store, instead of the properties above. It is called once, when the host starts or a
    /// client is first resolved.
    /// </summary>
    /// <remarks>
    /// To use an asynchronous store, read the secret before the host is built or use a configuration provider. The default is <see langword="null"/>.
    /// </remarks>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Func<IServiceProvider, VonageCredentials>? Credentials { get; set; }

    /// <summary>The maximum number of requests per second, from 0.001 to 1000000; further requests wait, for half of their time at most. The default is <see langword="null"/> (no limit).</summary>
    public double? RequestsPerSecond { get; set; }

    /// <summary>Whether the client keeps to the documented limits of Vonage: see <see cref="VonageRateLimits.Documented"/>. The default is <see langword="false"/>.</summary>
    public bool DocumentedRateLimits { get; set; }

    /// <summary>
    /// Shares the limits of <see cref="RequestsPerSecond"/> or <see cref="DocumentedRateLimits"/> with other processes: returns the limiter that is used in their
    /// place. <c>AddVonageRedis</c> sets it. The default is <see langword="null"/>.
    /// </summary>
    [JsonIgnore, IgnoreDataMember]
    public Func<RateLimits, PartitionedRateLimiter<ApiCall>>? ShareRateLimits { get; set; }

    /// <summary>The address of the proxy for requests, with an escaped user name and password if it requires them (<c>http://user:p%40ss@proxy:8080</c>). The default is the system proxy.</summary>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri? Proxy { get; set; }

    /// <summary>The lifetime of a connection, after which it is replaced so that DNS changes take effect. The default is 3 minutes.</summary>
    public TimeSpan PooledConnectionLifetime { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>The time after which an idle connection is closed. The default is 1 minute.</summary>
    public TimeSpan PooledConnectionIdleTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The source of the values, for error messages: the path of the section, or null if code sets them.</summary>
    internal string? Path { get; set; }

    /// <summary>The configuration keys of values whose keys differ from the property names.</summary>
    internal Dictionary<string, string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The errors that occurred while reading the configuration.</summary>
    internal List<string> Problems { get; } = [];

    /// <summary>The credentials; set when the options are valid.</summary>
    internal VonageCredentials? Resolved { get; set; }

    /// <summary>Gets the name of a property for error messages: the configuration key or the property name.</summary>
    internal string NameOf(string property)
    {
        if (Path is null)
            return $"{nameof(VonageOptions)}.{property}";
        var key = Keys.GetValueOrDefault(property, property);
        return Path.Length == 0 ? key : $"{Path}:{key}";
    }
}
