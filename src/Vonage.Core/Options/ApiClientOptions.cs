using System.Runtime.Serialization;
using System.Text.RegularExpressions;
using System.Threading.RateLimiting;
using Polly;

namespace Vonage.Core;

/// <summary>Options for a client. A client reads its options when it is created; later changes have no effect.</summary>
public class ApiClientOptions
{
    private static readonly Regex ProductPattern = new(@"\A[!#$%&'*+\-.^_`|~0-9A-Za-z]+(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+)?\z", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, string> NoVariables = [];

    private TimeSpan _timeout = TimeSpan.FromSeconds(100);
    private TimeSpan _attemptTimeout = TimeSpan.FromSeconds(30);
    private RetryOptions _retry = RetryOptions.Default;
    private int _maxResponseLength = 32 * 1024 * 1024;
    private TimeProvider _timeProvider = TimeProvider.System;
    private string? _applicationName;

    /// <summary>
    /// Addresses that replace the provider's hosts, by host name (<c>api.example.com</c>, not case-sensitive). An address can have a port and a base path.
    /// </summary>
    /// <remarks>
    /// An override applies to every operation on that host and to no others. Credentials are sent to the address and to the paths below it, even over plain
    /// HTTP. A host that is not the provider's is an error, unless its address is its own (<c>https://api-new.example.com</c> for <c>api-new.example.com</c>):
    /// then it is trusted, too. The default is no overrides.
    /// </remarks>
    public IDictionary<string, Uri> Hosts { get; } = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The address of the server, for operations whose specification has only a path as its server. It can have a port and a base path. Credentials are sent
    /// there, even over plain HTTP.
    /// </summary>
    /// <remarks>The default is <see langword="null"/>: such operations are not sent.</remarks>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// The timeout of a call, with all its attempts, the waits between them, and reading the response. For a download, the timeout applies to the wait for each
    /// chunk. The default is 100 seconds.
    /// </summary>
    /// <remarks><see cref="System.Threading.Timeout.InfiniteTimeSpan"/> disables the timeout.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero, or is greater than 24 days.</exception>
    public TimeSpan Timeout
    {
        get => _timeout;
        set => _timeout = TimerLimit.Check(value, nameof(Timeout), mayBeInfinite: true);
    }

    /// <summary>
    /// The maximum number of bytes in the body of a response, after decompression. A longer response is an <see cref="ApiException"/>. The limit does not apply
    /// to downloads, which are not held in memory.
    /// </summary>
    /// <remarks>The default is 33,554,432 bytes (32 MB).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 1 and 536,870,912 bytes (512 MB).</exception>
    public int MaxResponseLength
    {
        get => _maxResponseLength;
        set => _maxResponseLength = value is > 0 and <= 512 * 1024 * 1024
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxResponseLength), value, "MaxResponseLength must be between 1 and 536,870,912 bytes.");
    }

    /// <summary>
    /// The timeout of one attempt of a call that may be repeated (see <see cref="Retry"/>). Other calls, and downloads, have the time of <see cref="Timeout"/>
    /// for their attempt. The default is 30 seconds.
    /// </summary>
    /// <remarks><see cref="System.Threading.Timeout.InfiniteTimeSpan"/> disables the timeout.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero, or is greater than 24 days.</exception>
    public TimeSpan AttemptTimeout
    {
        get => _attemptTimeout;
        set => _attemptTimeout = TimerLimit.Check(value, nameof(AttemptTimeout), mayBeInfinite: true);
    }

    /// <summary>How often and when a call that failed is tried again. The default is up to two retries of calls that cannot have an effect twice; <see cref="RetryOptions.None"/> disables them.</summary>
    public RetryOptions Retry
    {
        get => _retry;
        set => _retry = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The limiter that each attempt asks for its turn, such as <see cref="RateLimits"/> or one that several processes share.</summary>
    /// <remarks>
    /// The wait is part of the call's time, of which it takes half at most; a call whose turn does not come is an <see cref="ApiRejectedException"/>. The
    /// client does not dispose the limiter. The default is none.
    /// </remarks>
    [IgnoreDataMember]
#if NET
    [System.Text.Json.Serialization.JsonIgnore]
#endif
    public PartitionedRateLimiter<ApiCall>? RateLimiter { get; set; }

    /// <summary>The circuit breaker for each host. The default is none.</summary>
    [IgnoreDataMember]
#if NET
    [System.Text.Json.Serialization.JsonIgnore]
#endif
    public CircuitBreakerOptions? CircuitBreaker { get; set; }

    /// <summary>A pipeline of Polly's for each attempt, up to the headers of the response. Its callback sends a new message each time.</summary>
    /// <remarks>
    /// If the pipeline repeats attempts itself, disable <see cref="Retry"/>, and let its strategies ask the operation whether that is safe: it is in the
    /// properties of the context under <see cref="ApiOperation.ResilienceKey"/>. The default is none.
    /// </remarks>
    [IgnoreDataMember]
#if NET
    [System.Text.Json.Serialization.JsonIgnore]
#endif
    public ResiliencePipeline<HttpResponseMessage>? Pipeline { get; set; }

    /// <summary>The clock for timeouts, tokens and signatures. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set => _timeProvider = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The preferred authentication scheme. It is used if an operation accepts it and the credentials support it.</summary>
    /// <remarks>By default, the client uses the first scheme in the operation's specification that the credentials support.</remarks>
    public ApiAuthentication? PreferredAuthentication { get; set; }

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

    /// <summary>The values of the variables in the addresses of servers, by name: see <see cref="ApiServer.Template"/>. The default is none.</summary>
    protected internal virtual IReadOnlyDictionary<string, string> ServerVariables => NoVariables;

    /// <summary>The short name of the region in which a call without an effect is attempted after a failure of the connection. The default is none.</summary>
    protected internal virtual string? FallbackRegionCode => null;

    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and the <see cref="System.Diagnostics.Metrics.Meter"/> of the provider's clients.</summary>
    protected internal virtual string TelemetryName => "ApiClient";

    /// <summary>The log that calls are written to.</summary>
    internal ICallLog? Log { get; set; }

    /// <summary>The names of all hosts of the provider. Credentials are sent to these hosts when a caller specifies a full URL.</summary>
    protected internal virtual IReadOnlyCollection<string> KnownHosts => [];

    /// <summary>The names of the hosts of third parties that operations use without credentials, such as file storage. The default is none.</summary>
    protected internal virtual IReadOnlyCollection<string> ThirdPartyHosts => [];

    /// <summary>The names of the response headers that can contain the request ID. The first header that exists is used.</summary>
    protected internal virtual IReadOnlyList<string> RequestIdHeaders => ReplyHeaders.RequestIdNames;
}
