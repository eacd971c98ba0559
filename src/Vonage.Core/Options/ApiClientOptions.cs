using System.Text.RegularExpressions;

namespace Vonage.Core;

/// <summary>How a client reaches its provider. A client reads its options once, when it is made: later changes do not reach it.</summary>
public class ApiClientOptions
{
    private static readonly Regex ProductPattern = new(@"\A[!#$%&'*+\-.^_`|~0-9A-Za-z]+(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+)?\z", RegexOptions.CultureInvariant);

    private TimeSpan _timeout = TimeSpan.FromSeconds(100);
    private TimeProvider _timeProvider = TimeProvider.System;
    private string? _applicationName;

    /// <summary>
    /// Addresses to use instead of the provider's own, by the host's name (<c>api.example.com</c>), without regard to case. An address may
    /// have a port and a base path. An override reaches every operation that would go to that host, and nothing else; credentials are sent
    /// to it, over plain HTTP too. Default: none.
    /// </summary>
    public IDictionary<string, Uri> Hosts { get; } = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// How long a call may take, the reading of the reply included; a download may take this long between two pieces. Default: 100 s.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits without an end.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero, or is above 24 days.</exception>
    public TimeSpan Timeout
    {
        get => _timeout;
        set => _timeout = CallDeadline.Check(value, nameof(Timeout));
    }

    /// <summary>The clock for timeouts, tokens and signatures. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set => _timeProvider = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>
    /// The scheme to use wherever an operation accepts it and the credentials serve it. Default: the first that the operation's document
    /// names and the credentials serve.
    /// </summary>
    public AuthenticationScheme? PreferredAuthentication { get; set; }

    /// <summary>What repeats, delays or refuses attempts at a call. Default: one attempt for each call.</summary>
    public IApiResilience? Resilience { get; set; }

    /// <summary>The application to name in the User-Agent header, as <c>name</c> or <c>name/version</c>. Default: none.</summary>
    /// <exception cref="ArgumentException">It is not a product by RFC 9110: letters, digits and <c>!#$%&amp;'*+-.^_`|~</c>, one slash.</exception>
    public string? ApplicationName
    {
        get => _applicationName;
        set => _applicationName = value is null || ProductPattern.IsMatch(value)
            ? value
            : throw new ArgumentException("ApplicationName is written as name or name/version, in letters, digits and !#$%&'*+-.^_`|~.", nameof(value));
    }

    /// <summary>The short name of the region whose servers to use, as <see cref="ApiServer.AddressIn"/> knows it. Default: none.</summary>
    protected internal virtual string? RegionCode => null;

    /// <summary>The names of all hosts of the provider: those to which credentials go when a caller names a full URL.</summary>
    protected internal virtual IReadOnlyCollection<string> KnownHosts => [];

    /// <summary>The headers in which the provider's replies carry the request's id. The first one that a reply has counts.</summary>
    protected internal virtual IReadOnlyList<string> RequestIdHeaders => ReplyHeaders.RequestIdNames;
}
