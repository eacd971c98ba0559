using System.Security.Cryptography;

namespace Vonage;

internal sealed class Hs256Signer(byte[] secret) : IJwtSigner
{
    private static readonly byte[] Header = JwtText.EncodeHeader("HS256");

    public byte[] EncodedHeader => Header;

    public byte[] Sign(byte[] data, int count)
    {
#if NET
        return HMACSHA256.HashData(secret, data.AsSpan(0, count));
#else
        using var hmac = new HMACSHA256(secret);
        return hmac.ComputeHash(data, 0, count);
#endif
    }
}
