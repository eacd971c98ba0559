namespace Vonage.Core;

/// <summary>Who sends a request: the keys and secrets that an <see cref="AuthenticationScheme"/> proves it with. Implementations are immutable and thread-safe, and show no secret in <c>ToString</c>.</summary>
public interface IApiCredentials
{
    /// <summary>Whether these credentials hold all that a scheme needs.</summary>
    bool Supports(AuthenticationScheme scheme);

    /// <summary>What a scheme needs and how to set it, in words to show to a person: <c>an API key and secret (set …)</c>.</summary>
    string DescribeRequirement(AuthenticationScheme scheme);

    /// <summary>The value of the Authorization header, for the schemes that use it.</summary>
    /// <param name="scheme">A scheme that these credentials support.</param>
    /// <param name="clock">The clock by which tokens are dated.</param>
    string GetAuthorization(AuthenticationScheme scheme, TimeProvider clock);

    /// <summary>The parameters to add, for the schemes that prove the sender by parameters.</summary>
    /// <param name="scheme">A scheme that these credentials support.</param>
    /// <param name="parameters">The parameters that the request has already.</param>
    /// <param name="clock">The clock by which signatures are dated.</param>
    IReadOnlyList<KeyValuePair<string, string>> GetParameters(AuthenticationScheme scheme, IReadOnlyList<KeyValuePair<string, string>> parameters, TimeProvider clock);
}
