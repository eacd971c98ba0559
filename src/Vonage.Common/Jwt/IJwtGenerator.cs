using Vonage.Core;

namespace Vonage;

/// <summary>Generates signed JSON Web Tokens, for client SDKs or for requests that do not use this library.</summary>
public interface IJwtGenerator
{
    /// <summary>Generates a token.</summary>
    /// <param name="claims">The claims; <see langword="null"/> for a token that authenticates API requests for 15 minutes.</param>
    /// <exception cref="MissingCredentialsException">The credentials contain no application and private key.</exception>
    string Generate(JwtClaims? claims = null);
}
