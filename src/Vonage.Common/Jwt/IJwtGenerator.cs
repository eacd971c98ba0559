using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage;

/// <summary>Generates and verifies signed JSON Web Tokens, for client SDKs or for requests that do not use this library.</summary>
public interface IJwtGenerator
{
    /// <summary>Generates a token.</summary>
    /// <param name="claims">The claims; <see langword="null"/> for a token that authenticates API requests for 15 minutes.</param>
    /// <exception cref="MissingCredentialsException">The credentials contain no application and private key.</exception>
    string Generate(JwtClaims? claims = null);

    /// <summary>Verifies a token that was generated with the same key: its signature, and that it is valid now.</summary>
    /// <param name="token">The token, without <c>Bearer</c>.</param>
    /// <returns>The claims; <see langword="null"/> if the token has another signature, has expired, is not valid yet, or is malformed.</returns>
    /// <exception cref="MissingCredentialsException">The credentials contain no application and private key.</exception>
    JObject? Verify(string token);
}
