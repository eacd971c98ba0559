using System.Security.Cryptography;

namespace Vonage.Testing.State;

/// <summary>The key pair of the simulated application.</summary>
internal sealed class ApplicationKey
{
    private const int Bits = 2048;
    private readonly Lock _gate = new();
    private readonly Lazy<RSA> _rsa;
    private readonly Lazy<string> _pem;

    private ApplicationKey(Lazy<RSA> rsa)
    {
        _rsa = rsa;
        _pem = new(() => _rsa.Value.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>Generated once per process, for all simulators, because generation takes time.</summary>
    public static ApplicationKey OfThisProcess { get; } = new(new Lazy<RSA>(() => RSA.Create(Bits)));

    /// <summary>The private key in PEM format.</summary>
    public string Pem => _pem.Value;

    /// <summary>The public key in PEM format.</summary>
    public string PublicPem => _rsa.Value.ExportSubjectPublicKeyInfoPem() + "\n";

    /// <summary>Imports a public key; null if the text is not one.</summary>
    public static ApplicationKey? TryImport(string? pem)
    {
        try
        {
            return pem is null ? null : Import(pem);
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    /// <exception cref="ArgumentException">The text is not a private key in PEM format.</exception>
    public static ApplicationKey Import(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return new ApplicationKey(new Lazy<RSA>(rsa));
    }

    /// <summary>Starts generating the key in the background.</summary>
    public void Prepare() => Task.Run(() => _pem.Value);

    public bool IsSignatureOf(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (_gate)
            return _rsa.Value.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
