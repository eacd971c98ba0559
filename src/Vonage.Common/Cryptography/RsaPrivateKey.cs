using System.Security.Cryptography;

namespace Vonage;

/// <summary>A private key, parsed once, that signs with RS256 (RSASSA-PKCS1-v1_5 with SHA-256, RFC 7518 section 3.3). Thread-safe.</summary>
internal sealed class RsaPrivateKey
{
    private readonly RSAParameters _parameters;

    // The platform's RSA objects are not for several threads at once. One is kept; a thread that finds it taken imports another.
    private RSA? _idle;

    public RsaPrivateKey(RSAParameters parameters)
    {
        _parameters = parameters;
        _idle = Import();
    }

    public byte[] Sign(byte[] data, int count)
    {
        var rsa = Interlocked.Exchange(ref _idle, null) ?? Import();
        try
        {
            return rsa.SignData(data, 0, count, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        finally
        {
            if (Interlocked.CompareExchange(ref _idle, rsa, null) is not null)
                rsa.Dispose();
        }
    }

    private RSA Import()
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportParameters(_parameters);
            return rsa;
        }
        catch
        {
            rsa.Dispose();
            throw;
        }
    }
}
