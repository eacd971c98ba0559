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

    /// <summary>Made once in a process, for all its simulators: it takes a moment.</summary>
    public static ApplicationKey OfThisProcess { get; } = new(new Lazy<RSA>(() => RSA.Create(Bits)));

    /// <summary>The private key, as an application would have it.</summary>
    public string Pem => _pem.Value;

    /// <exception cref="ArgumentException">The text is no private key in PEM form.</exception>
    public static ApplicationKey Import(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return new ApplicationKey(new Lazy<RSA>(rsa));
    }

    /// <summary>Starts making the key while there is something else to do.</summary>
    public void Prepare() => Task.Run(() => _pem.Value);

    public bool IsSignatureOf(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (_gate)
            return _rsa.Value.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
