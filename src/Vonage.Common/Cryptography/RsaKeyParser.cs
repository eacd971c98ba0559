using System.Formats.Asn1;
using System.Security.Cryptography;
using Vonage.Core;

namespace Vonage;

/// <summary>Parses RSA private keys in DER format: PKCS#1 (RFC 8017, appendix A.1.2) and PKCS#8 (RFC 5958).</summary>
internal static class RsaKeyParser
{
    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";

    /// <summary>The minimum size of a key for RS256 (RFC 7518).</summary>
    private const int MinModulusBits = 2048;

    /// <exception cref="AsnContentException">The bytes are not valid DER.</exception>
    /// <exception cref="CryptographicException">The bytes are not an RSA key.</exception>
    /// <exception cref="InvalidCredentialsException">The key cannot be used for signing.</exception>
    public static RsaPrivateKey ParsePkcs8(byte[] der)
    {
        var key = ReadPkcs8(der);
#if NET
        return Check(new RsaPrivateKey(rsa => rsa.ImportPkcs8PrivateKey(der, out _)));
#else
        return ParsePkcs1(key.ReadOctetString());
#endif
    }

    /// <inheritdoc cref="ParsePkcs8"/>
    public static RsaPrivateKey ParsePkcs1(byte[] der)
    {
#if NET
        return Check(new RsaPrivateKey(rsa => rsa.ImportRSAPrivateKey(der, out _)));
#else
        var parameters = ReadPkcs1(der);
        return Check(new RsaPrivateKey(rsa => rsa.ImportParameters(parameters)));
#endif
    }

    /// <summary>Reads up to the key itself. The platform's parser does not report the algorithm of a key that is not an RSA key.</summary>
    private static AsnReader ReadPkcs8(byte[] der)
    {
        var info = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        info.ReadInteger();
        return info.ReadSequence().ReadObjectIdentifier() switch
        {
            RsaEncryption => info,
            EllipticCurve => throw new InvalidCredentialsException("The private key is an elliptic-curve (EC) key, but Vonage applications sign with RSA keys (RS256). Use the key that was downloaded when the application was created."),
            var algorithm => throw new InvalidCredentialsException($"The private key is for the algorithm {algorithm}, but Vonage applications sign with RSA keys (RS256)."),
        };
    }

    private static RsaPrivateKey Check(RsaPrivateKey key)
    {
        var bits = key.Use(rsa => rsa.KeySize);
        return bits >= MinModulusBits
            ? key
            : throw new InvalidCredentialsException($"The private key has {bits} bits, but RS256 requires at least {MinModulusBits} (RFC 7518). Generate a new key for the application.");
    }
#if !NET

    private static RSAParameters ReadPkcs1(byte[] der)
    {
        var key = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        if (!key.TryReadInt32(out var version) || version != 0)
            throw new CryptographicException("The key has more than two primes.");
        var modulus = Unsigned(key);
        var half = (modulus.Length + 1) / 2;
        return new RSAParameters
        {
            Modulus = modulus,
            Exponent = Unsigned(key),
            D = Unsigned(key, modulus.Length),
            P = Unsigned(key, half),
            Q = Unsigned(key, half),
            DP = Unsigned(key, half),
            DQ = Unsigned(key, half),
            InverseQ = Unsigned(key, half),
        };
    }

    // DER integers are signed and have the minimum length; RSAParameters requires unsigned integers of a fixed length.
    private static byte[] Unsigned(AsnReader reader, int length = 0)
    {
        var bytes = reader.ReadIntegerBytes().Span;
        if (bytes[0] >= 0x80)
            throw new CryptographicException("A number of the key is negative.");
        while (bytes.Length > 0 && bytes[0] == 0)
            bytes = bytes.Slice(1);
        if (length == 0)
            return bytes.ToArray();
        if (bytes.Length > length)
            throw new CryptographicException("A number of the key is longer than its modulus allows.");
        var padded = new byte[length];
        bytes.CopyTo(padded.AsSpan(length - bytes.Length));
        return padded;
    }
#endif
}
