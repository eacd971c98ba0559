namespace Vonage;

internal sealed class Rs256Signer(RsaPrivateKey key) : IJwtSigner
{
    private static readonly byte[] Header = JwtText.EncodeHeader("RS256");

    public byte[] EncodedHeader => Header;

    public byte[] Sign(byte[] data, int count) => key.Sign(data, count);
}
