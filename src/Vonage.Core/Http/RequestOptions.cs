namespace Vonage.Core;

/// <summary>What differs for one call.</summary>
public sealed class RequestOptions
{
    private Dictionary<string, string>? _headers;
    private TimeSpan? _timeout;

    /// <summary>How long the whole call may take, the reading of the reply included. Default: as long as the client's own timeout allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero, or is above 24 days.</exception>
    public TimeSpan? Timeout
    {
        get => _timeout;
        set => _timeout = value is { } time ? CallDeadline.Check(time, nameof(Timeout)) : null;
    }

    /// <summary>Headers to add. One named <c>Authorization</c> replaces what the client would send.</summary>
    public IDictionary<string, string> Headers => _headers ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address to send this call to instead of the API's own, with a base path if need be.</summary>
    public Uri? Host { get; set; }

    /// <summary>Another credential for this call.</summary>
    public IApiCredentials? Credentials { get; set; }

    /// <summary>The scheme to use, where the operation accepts several. Default: the first one that the credentials can serve.</summary>
    public AuthenticationScheme? Authentication { get; set; }

    internal bool HasHeaders => _headers is { Count: > 0 };

    internal bool HasAuthorization => _headers is not null && _headers.ContainsKey("Authorization");
}
