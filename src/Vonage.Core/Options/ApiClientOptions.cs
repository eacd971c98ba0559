using System.Text.RegularExpressions;

namespace Vonage.Core;

/// <summary>Options for a client. A client reads its options when it is created; later changes have no effect.</summary>
public class ApiClientOptions
{
    private static readonly Regex ProductPattern = new(@"\A[!#$%&'*+\-.^_`|~0-9A-Za-z]+(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+)?\z", RegexOptions.CultureInvariant);

    private TimeSpan _timeout = TimeSpan.FromSeconds(100);
    private int _maxResponseLength = 32 * 1024 * 1024;
    private TimeProvider _timeProvider = TimeProvider.System;
    private string? _applicationName;

    /// <summary>
    /// Addresses that replace the provider's hosts, by host name (<c>api.example.com</c>, not case-sensitive). An address can have a port and
    /// a base path. An override applies to every operation on that host and to no others. Credentials are sent to the address and to the paths
    /// below it, even over plain HTTP. A host that is not the provider's is an error, unless its address is its own
    /// (<c>https://api-new.example.com</c> for <c>api-new.example.com</c>): then it is trusted, too. The default is no overrides.
    /// </summary>
    public IDictionary<string, Uri> Hosts { get; } = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The timeout of a request, including reading the response. For a download, the timeout applies to the wait for each chunk. The default
    /// is 100 seconds. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> disables the timeout.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero, or is greater than 24 days.</exception>
    public TimeSpan Timeout
    {
        get => _timeout;
        set => _timeout = CallDeadline.Check(value, nameof(Timeout));
    }

    /// <summary>
    /// The maximum number of bytes in the body of a response, after decompression. A longer response is an <see cref="ApiException"/>. The
    /// limit does not apply to downloads, which are not held in memory. The default is 33,554,432 bytes (32 MB).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 1 and 536,870,912 bytes (512 MB).</exception>
    public int MaxResponseLength
    {
        get => _maxResponseLength;
        set => _maxResponseLength = value is > 0 and <= 512 * 1024 * 1024
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxResponseLength), value, "MaxResponseLength must be between 1 and 536,870,912 bytes.");
    }

    /// <summary>The clock for timeouts, tokens and signatures. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set => _timeProvider = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>
    /// The preferred authentication scheme. It is used if an operation accepts it and the credentials support it. By default, the client uses
    /// the first scheme in the operation's specification that the credentials support.
    /// </summary>
    public ApiAuthentication? PreferredAuthentication { get; set; }

    /// <summary>The strategy that retries, delays or rejects requests. By default, each request is attempted once.</summary>
    public IApiResilience? Resilience { get; set; }

    /// <summary>The application name to add to the User-Agent header, as <c>name</c> or <c>name/version</c>. The default is none.</summary>
    /// <exception cref="ArgumentException">The value is not a product as defined by RFC 9110: letters, digits and <c>!#$%&amp;'*+-.^_`|~</c>, with at most one slash.</exception>
    public string? ApplicationName
    {
        get => _applicationName;
        set => _applicationName = value is null || ProductPattern.IsMatch(value)
            ? value
            : throw new ArgumentException("ApplicationName must have the form name or name/version, with only letters, digits and !#$%&'*+-.^_`|~.", nameof(value));
    }

    /// <summary>The short name of the region whose servers to use, as passed to <see cref="ApiServer.AddressIn"/>. The default is none.</summary>
    protected internal virtual string? RegionCode => null;

    /// <summary>The names of all hosts of the provider. Credentials are sent to these hosts when a caller specifies a full URL.</summary>
    protected internal virtual IReadOnlyCollection<string> KnownHosts => [];

    /// <summary>The names of the hosts of third parties that operations use without credentials, such as file storage. The default is none.</summary>
    protected internal virtual IReadOnlyCollection<string> ThirdPartyHosts => [];

    /// <summary>The names of the response headers that can contain the request ID. The first header that exists is used.</summary>
    protected internal virtual IReadOnlyList<string> RequestIdHeaders => ReplyHeaders.RequestIdNames;
}
