using System.Diagnostics;
using System.Runtime.Serialization;

namespace Vonage.Core;

/// <summary>Options for a single request.</summary>
public sealed class RequestOptions
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private Dictionary<string, string>? _headers;
    private TimeSpan? _timeout;
    private TimeSpan? _attemptTimeout;

    /// <summary>The timeout of the call, with all its attempts and reading the response. The default is the client's timeout.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero, or is greater than 24 days.</exception>
    public TimeSpan? Timeout
    {
        get => _timeout;
        set => _timeout = value is { } time ? TimerLimit.Check(time, nameof(Timeout), mayBeInfinite: true) : null;
    }

    /// <summary>The timeout of one attempt of a call that may be repeated. The default is the client's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero, or is greater than 24 days.</exception>
    public TimeSpan? AttemptTimeout
    {
        get => _attemptTimeout;
        set => _attemptTimeout = value is { } time ? TimerLimit.Check(time, nameof(AttemptTimeout), mayBeInfinite: true) : null;
    }

    /// <summary>How often and when the call is tried again if it fails. The default is what the client's options say.</summary>
    public RetryOptions? Retry { get; set; }

    /// <summary>Headers to add. An <c>Authorization</c> header replaces the one that the client would send. Serializers and debuggers do not show them.</summary>
    [IgnoreDataMember]
#if NET
    [System.Text.Json.Serialization.JsonIgnore]
#endif
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> Headers => _headers ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address, optionally with a base path, to use instead of the API's own.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The credentials to use instead of the client's.</summary>
    public ApiCredentials? Credentials { get; set; }

    /// <summary>The authentication scheme to use if the operation accepts several. The default is the first scheme that the credentials support.</summary>
    public ApiAuthentication? Authentication { get; set; }

    /// <summary>
    /// A callback that receives the status, the headers and the request ID of each successful response, before the method returns: once for most methods, for a
    /// list once for each page.
    /// </summary>
    /// <remarks>It has no body, which the method returns. An unsuccessful response is an <see cref="ApiException"/>.</remarks>
    [IgnoreDataMember]
#if NET
    [System.Text.Json.Serialization.JsonIgnore]
#endif
    public Action<ApiResponse>? OnReply { get; set; }

    /// <summary>Whether the request is part of the attempt of another, which has had its turn.</summary>
    internal bool IsWithinAttempt { get; init; }

    internal bool HasHeaders => _headers is { Count: > 0 };

    internal bool HasAuthorization => _headers is not null && _headers.ContainsKey("Authorization");
}
