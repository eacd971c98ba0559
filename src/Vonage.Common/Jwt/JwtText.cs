using System.Text;
using Newtonsoft.Json;
using Vonage.Core;

namespace Vonage;

/// <summary>The compact form of a signed token (RFC 7515, section 7.1): header, payload and signature in base64url, with dots between.</summary>
internal static class JwtText
{
    private const byte Dot = (byte)'.';

    public static byte[] EncodeHeader(string algorithm)
    {
        var header = Encoding.ASCII.GetBytes($$"""{"alg":"{{algorithm}}","typ":"JWT"}""");
        using var text = new PooledUtf8Writer();
        Base64Url.Write(text, header, header.Length);
        text.WriteByte(Dot);
        return text.Bytes.AsSpan(0, text.Length).ToArray();
    }

    /// <summary>Builds and signs a token around the claims that the caller writes.</summary>
    public static string Create(IJwtSigner signer, Action<JsonTextWriter> writeClaims)
    {
        using var payload = new PooledUtf8Writer();
        using (var claims = new JsonTextWriter(payload) { ArrayPool = CharPool.Instance, CloseOutput = false })
            writeClaims(claims);
        payload.Complete();
        return Create(signer.EncodedHeader, payload.Bytes, payload.Length, signer);
    }

    /// <summary>Signs a payload under an encoded header, both as they are.</summary>
    public static string Create(byte[] encodedHeader, byte[] payload, int length, IJwtSigner signer)
    {
        using var text = new PooledUtf8Writer(encodedHeader.Length + (length * 4 / 3) + 512);
        foreach (var value in encodedHeader)
            text.WriteByte(value);
        Base64Url.Write(text, payload, length);
        var signature = signer.Sign(text.Bytes, text.Length);
        text.WriteByte(Dot);
        Base64Url.Write(text, signature, signature.Length);
        return Encoding.ASCII.GetString(text.Bytes, 0, text.Length);
    }
}
