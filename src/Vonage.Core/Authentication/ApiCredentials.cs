namespace Vonage.Core;

/// <summary>The credentials that authenticate requests. Derive from this class to obtain them elsewhere, for example from a vault.</summary>
/// <remarks>Implementations are immutable and thread-safe, and their <c>ToString</c> never contains a secret. If they override <c>Equals</c>, equal ones share the access tokens of a client.</remarks>
public abstract class ApiCredentials
{
    /// <summary>Determines whether these credentials support an authentication scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    public abstract bool Supports(ApiAuthentication scheme);

    /// <summary>Describes, for an error message, what a scheme requires and how to set it: <c>an API key and secret (set …)</c>.</summary>
    /// <param name="scheme">A scheme that these credentials do not support.</param>
    public abstract string DescribeRequirement(ApiAuthentication scheme);

    /// <summary>Names what a scheme authenticates as, for an error message: <c>API key abcd1234</c>. It never contains a secret. The default is <see langword="null"/>.</summary>
    /// <param name="scheme">A scheme that these credentials support.</param>
    public virtual string? Identify(ApiAuthentication scheme) => null;

    /// <summary>Gets the value of the Authorization header, for the schemes that use it. It is called before each attempt: keep a token that is still valid.</summary>
    /// <param name="scheme">A scheme that these credentials support.</param>
    /// <param name="clock">The clock that supplies the times in tokens.</param>
    /// <param name="cancellationToken">Canceled when the caller cancels the request or its timeout elapses.</param>
    /// <exception cref="NotSupportedException">The credentials do not support the scheme, or the scheme does not use the header.</exception>
    public virtual ValueTask<string> GetAuthorizationAsync(ApiAuthentication scheme, TimeProvider clock, CancellationToken cancellationToken = default) => throw Unsupported(scheme);

    /// <summary>Discards a value of the Authorization header that the server rejected with status 401.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="authorization">The rejected value. It may already have been replaced.</param>
    /// <param name="clock">The clock that supplies the times in tokens.</param>
    /// <returns>Whether <see cref="GetAuthorizationAsync"/> will return another value, with which the request is sent once more. The default is <see langword="false"/>.</returns>
    public virtual bool Forget(ApiAuthentication scheme, string authorization, TimeProvider clock) => false;

    /// <summary>Gets the parameters to add, for the schemes that authenticate by parameters.</summary>
    /// <param name="scheme">A scheme that these credentials support.</param>
    /// <param name="parameters">The existing parameters of the request.</param>
    /// <param name="clock">The clock that supplies the timestamp of signatures.</param>
    /// <exception cref="NotSupportedException">The credentials do not support the scheme, or the scheme does not use parameters.</exception>
    public virtual IReadOnlyList<KeyValuePair<string, string>> GetParameters(ApiAuthentication scheme, IReadOnlyList<KeyValuePair<string, string>> parameters, TimeProvider clock) => throw Unsupported(scheme);

    private static NotSupportedException Unsupported(ApiAuthentication scheme) => new($"These credentials do not support {scheme}.");
}
