using Jose;

namespace Vonage;

/// <summary>Signs and checks JSON Web Tokens by jose-jwt. The algorithm is always the caller's, never the one that a token names.</summary>
internal static class JsonWebToken
{
    internal static JwtSettings Settings { get; } = new JwtSettings().RegisterMapper(new JwtHeaderMapper());

    /// <summary>Signs claims, in JSON, by RS256.</summary>
    public static string Sign(byte[] claims, RsaPrivateKey key) => key.Use(rsa => JWT.EncodeBytes(claims, rsa, JwsAlgorithm.RS256, settings: Settings));

    /// <summary>Signs claims, in JSON, by HS256.</summary>
    public static string Sign(byte[] claims, byte[] secret) => JWT.EncodeBytes(claims, secret, JwsAlgorithm.HS256, settings: Settings);

    /// <summary>Whether a token was signed by HS256 with this secret.</summary>
    /// <exception cref="JoseException">The token names another algorithm.</exception>
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
