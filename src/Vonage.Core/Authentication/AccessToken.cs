using System.Diagnostics;

namespace Vonage.Core;

/// <summary>A bearer token as a <see cref="TokenAuthentication"/> fetched it. <c>ToString</c> does not contain it.</summary>
public sealed class AccessToken
{
    /// <summary>Initializes a new instance of the <see cref="AccessToken"/> class.</summary>
    /// <param name="value">The token.</param>
    /// <param name="lifetime">The time from now on in which the token is valid. Zero, if it is not known: then the token serves only the calls that wait for it.</param>
    /// <exception cref="ArgumentException">The token is empty, or has white space or characters that no header can hold (RFC 6750). The call that needs it is not sent.</exception>
    public AccessToken(string value, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length == 0 || value.Any(c => c is <= ' ' or > '~'))
            throw new UnusableTokenException();
        Authorization = "Bearer " + value;
        Lifetime = lifetime;
    }

    /// <summary>The time for which the token is valid, from when it was fetched.</summary>
    public TimeSpan Lifetime { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Authorization { get; }

    // Without the token, which a server may have sent all the same.
    internal sealed class UnusableTokenException() : ArgumentException("The access token is empty, or has white space or other characters that a token does not have (RFC 6750).");
}
