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

    /// <summary>Determines whether a token was signed with HS256 and the given secret.</summary>
    /// <exception cref="JoseException">The token specifies another algorithm.</exception>
    public static bool IsSigned(string token, byte[] secret)
    {
        try
        {
            JWT.VerifyBytes(token, secret, JwsAlgorithm.HS256, Settings);
            return true;
        }
        catch (IntegrityException)
        {
            return false;
        }
    }
}
