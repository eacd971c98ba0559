using System.ComponentModel;
using System.Diagnostics;

namespace Vonage.Core.Pipeline;

/// <summary>
/// Credentials with a value for each authentication scheme: the base of those that are generated from an OpenAPI document. Instances are
/// immutable and thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{ToString(),nq}")]
public abstract class SchemeCredentials : ApiCredentials
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly KeyValuePair<ApiAuthentication, Func<CancellationToken, ValueTask<string>>>[] _values;

    /// <summary>Initializes credentials that support no scheme, for operations that need none.</summary>
    protected SchemeCredentials() => _values = [];

    /// <summary>Initializes credentials from a key, or from a bearer token for <see cref="ApiAuthentication.Jwt"/>.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="key">The key or token.</param>
    /// <exception cref="InvalidCredentialsException">The key is empty or malformed.</exception>
    protected SchemeCredentials(ApiAuthentication scheme, string key)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var checkedKey = Check(key, scheme == ApiAuthentication.Jwt ? "token" : "key");
        _values = Of(scheme, scheme == ApiAuthentication.Jwt ? Bearer(checkedKey) : checkedKey);
    }

    /// <summary>Initializes credentials from the user name and the password of HTTP Basic authentication.</summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password, which may be empty.</param>
    /// <exception cref="InvalidCredentialsException">The user name is empty or contains a colon.</exception>
    protected SchemeCredentials(string user, string password)
    {
        if (Check(user, "user name").Contains(':'))
            throw new InvalidCredentialsException("The user name contains a colon, which HTTP Basic authentication does not allow.");
        _values = Of(ApiAuthentication.Basic, BasicAuthentication.Header(user, password));
    }

    /// <summary>Initializes credentials from a source of bearer tokens, which is asked before each attempt: it keeps a token that is still valid.</summary>
    /// <param name="getToken">Gets the token.</param>
    protected SchemeCredentials(Func<CancellationToken, ValueTask<string>> getToken)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        _values = [new(ApiAuthentication.Jwt, async cancellationToken => Bearer(Check(await getToken(cancellationToken).ConfigureAwait(false), "token")))];
    }

    /// <summary>Initializes credentials with the values of two others.</summary>
    /// <param name="first">The first credentials.</param>
    /// <param name="second">The second credentials.</param>
    /// <exception cref="InvalidCredentialsException">Both have a value for the same scheme.</exception>
    protected SchemeCredentials(SchemeCredentials first, SchemeCredentials second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (Array.Find(second._values, value => first.Supports(value.Key)) is { Key: { } twice })
            throw new InvalidCredentialsException($"Both credentials have a value for {twice}. Combine credentials for different schemes.");
        _values = [.. first._values, .. second._values];
    }

    /// <inheritdoc/>
    public sealed override bool Supports(ApiAuthentication scheme) => Array.Exists(_values, value => value.Key.Equals(scheme));

    /// <inheritdoc/>
    public sealed override ValueTask<string> GetAuthorizationAsync(ApiAuthentication scheme, TimeProvider clock, CancellationToken cancellationToken = default) =>
        Array.Find(_values, value => value.Key.Equals(scheme)).Value is { } get ? get(cancellationToken) : base.GetAuthorizationAsync(scheme, clock, cancellationToken);

    /// <summary>Returns the names of the schemes, without their values.</summary>
    public sealed override string ToString() => $"{GetType().Name} ({(_values.Length == 0 ? "none" : string.Join(", ", _values.Select(value => value.Key.Name)))})";

    private static KeyValuePair<ApiAuthentication, Func<CancellationToken, ValueTask<string>>>[] Of(ApiAuthentication scheme, string authorization) =>
        [new(scheme, _ => new(authorization))];

    private static string Bearer(string token) => "Bearer " + token;

    private static string Check(string? value, string what)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new InvalidCredentialsException($"The {what} is empty.");
        return value!.Trim().Length == value.Length && !value.Any(char.IsControl)
            ? value
            : throw new InvalidCredentialsException($"The {what} contains a line break, or whitespace at its ends. Copy it without surrounding text.");
    }
}
