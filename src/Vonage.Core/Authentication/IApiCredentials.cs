namespace Vonage.Core;

/// <summary>The credentials that authenticate requests. Implementations are immutable and thread-safe, and their <c>ToString</c> never contains a secret.</summary>
public interface IApiCredentials
{
    /// <summary>Determines whether these credentials support an authentication scheme.</summary>
    bool Supports(ApiAuthentication scheme);

    /// <summary>Describes, for an error message, what a scheme requires and how to set it: <c>an API key and secret (set …)</c>.</summary>
    string DescribeRequirement(ApiAuthentication scheme);

    /// <summary>Gets the value of the Authorization header, for the schemes that use it.</summary>
    /// <param name="scheme">A scheme that these credentials support.</param>
    /// <param name="clock">The clock that supplies the times in tokens.</param>
    string GetAuthorization(ApiAuthentication scheme, TimeProvider clock);

    /// <summary>Gets the parameters to add, for the schemes that authenticate by parameters.</summary>
    /// <param name="scheme">A scheme that these credentials support.</param>
    /// <param name="parameters">The existing parameters of the request.</param>
    /// <param name="clock">The clock that supplies the timestamp of signatures.</param>
    IReadOnlyList<KeyValuePair<string, string>> GetParameters(ApiAuthentication scheme, IReadOnlyList<KeyValuePair<string, string>> parameters, TimeProvider clock);
}
