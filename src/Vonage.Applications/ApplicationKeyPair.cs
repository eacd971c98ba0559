using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Vonage.Applications;

/// <summary>
/// A locally generated key pair for an application. Only the public key is sent to Vonage; the private key never leaves the machine. Store
/// <see cref="PrivateKeyPem"/> in a secret store; it cannot be recovered.
/// </summary>
public sealed class ApplicationKeyPair
{
    private const int Bits = 2048;
    private const int LineLength = 64;
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    private ApplicationKeyPair(RSAParameters key)
    {
        PublicKeyPem = Pem("PUBLIC KEY", PublicKey(key));
        PrivateKeyPem = Pem("PRIVATE KEY", PrivateKey(key));
    }

    /// <summary>The public key as PEM text (X.509, <c>BEGIN PUBLIC KEY</c>).</summary>
    public string PublicKeyPem { get; }

    /// <summary>The private key as PEM text (PKCS#8, <c>BEGIN PRIVATE KEY</c>), for <see cref="VonageCredentials.FromApplication"/>.</summary>
    public string PrivateKeyPem { get; }

    /// <summary>The public key, for use in requests.</summary>
    public ApplicationPublicKey PublicKey() => new() { PublicKey = PublicKeyPem };

    /// <summary>Generates a new 2048-bit RSA key pair. Key generation takes noticeable time.</summary>
    public static ApplicationKeyPair Generate()
    {
#if NET
        using var rsa = RSA.Create(Bits);
#else
        // RSA.Create accepts no key size here, and the default on .NET Framework is 1024 bits.
        using var rsa = new RSACryptoServiceProvider(Bits);
#endif
        return new ApplicationKeyPair(rsa.ExportParameters(includePrivateParameters: true));
    }

    // SubjectPublicKeyInfo (RFC 5280) around RSAPublicKey (RFC 8017, appendix A.1.1).
    private static byte[] PublicKey(RSAParameters key)
    {
        var numbers = new AsnWriter(AsnEncodingRules.DER);
        using (numbers.PushSequence())
            Write(numbers, key.Modulus, key.Exponent);
        var info = new AsnWriter(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            WriteAlgorithm(info);
            info.WriteBitString(numbers.Encode());
        }

        return info.Encode();
    }

    // PrivateKeyInfo (RFC 5958) around RSAPrivateKey (RFC 8017, appendix A.1.2).
    private static byte[] PrivateKey(RSAParameters key)
    {
        var numbers = new AsnWriter(AsnEncodingRules.DER);
        using (numbers.PushSequence())
        {
            numbers.WriteInteger(BigInteger.Zero);
            Write(numbers, key.Modulus, key.Exponent, key.D, key.P, key.Q, key.DP, key.DQ, key.InverseQ);
        }

        var info = new AsnWriter(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            info.WriteInteger(BigInteger.Zero);
            WriteAlgorithm(info);
            info.WriteOctetString(numbers.Encode());
        }

        return info.Encode();
    }

    private static void WriteAlgorithm(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(RsaEncryption);
            writer.WriteNull();
        }
    }

    // DER requires the shortest encoding of numbers; RSAParameters pads them with zeros.
    private static void Write(AsnWriter writer, params byte[]?[] numbers)
    {
        foreach (var number in numbers)
        {
            var start = 0;
            while (start < number!.Length - 1 && number[start] == 0)
                start++;
            writer.WriteIntegerUnsigned(number.AsSpan(start));
        }
    }

    private static string Pem(string label, byte[] der)
    {
        var text = Convert.ToBase64String(der);
        var pem = new StringBuilder("-----BEGIN ").Append(label).Append("-----\n");
        for (var start = 0; start < text.Length; start += LineLength)
            pem.Append(text, start, Math.Min(LineLength, text.Length - start)).Append('\n');
        return pem.Append("-----END ").Append(label).Append("-----\n").ToString();
    }
}
