using Vonage.Core;

namespace Vonage;

/// <summary>Makes signed tokens: for client SDKs, or for calls that go round this library.</summary>
public interface IJwtGenerator
{
    /// <summary>Makes a new token.</summary>
    /// <param name="claims">What the token says; <see langword="null"/> for a token that calls the API for 15 minutes.</param>
    /// <exception cref="MissingCredentialsException">There is nothing to sign with.</exception>
    string Generate(JwtClaims? claims = null);
}
