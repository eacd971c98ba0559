using Jose;

namespace Vonage;

/// <summary>Signs and verifies JSON Web Tokens with jose-jwt. The caller determines the algorithm, never the token.</summary>
internal static class JsonWebToken
{
    internal static JwtSettings Settings { get; } = new JwtSettings().RegisterMapper(new JwtHeaderMapper());

    /// <summary>Signs JSON claims with RS256.</summary>
    public static string Sign(byte[] claims, RsaPrivateKey key) => key.Use(rsa => JWT.EncodeBytes(claims, rsa, JwsAlgorithm.RS256, settings: Settings));

    /// <summary>Signs JSON claims with HS256.</summary>
    public static string Sign(byte[] claims, byte[] secret) => JWT.EncodeBytes(claims, secret, JwsAlgorithm.HS256, settings: Settings);

    /// <summary>Determines whether a token was signed with RS256 and the given key.</summary>
    /// <exception cref="JoseException">The token specifies another algorithm.</exception>
    public static bool IsSigned(string token, RsaPrivateKey key) => key.Use(rsa => IsSigned(token, rsa, JwsAlgorithm.RS256));

    /// <summary>Determines whether a token was signed with HS256 and the given secret.</summary>
    /// <exception cref="JoseException">The token specifies another algorithm.</exception>
    public static bool IsSigned(string token, byte[] secret) => IsSigned(token, secret, JwsAlgorithm.HS256);

    private static bool IsSigned(string token, object key, JwsAlgorithm algorithm)
    {
        try
        {
            JWT.VerifyBytes(token, key, algorithm, Settings);
            return true;
        }
        catch (IntegrityException)
        {
            return false;
        }
    }
}
