using System.Security.Cryptography;

namespace Vonage.Testing.State;

/// <summary>The key pair of the simulated application.</summary>
internal sealed class ApplicationKey
{
    private const int Bits = 2048;
    private readonly Lock _gate = new();
    private readonly Lazy<RSA> _rsa;
    private readonly Lazy<string> _pem;

    public ApplicationKey(string pem) : this(() => Import(pem))
    {
    }

    private ApplicationKey(Func<RSA> make)
    {
        _rsa = new(make);
        _pem = new(() => _rsa.Value.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>Made when first needed: it takes a moment, so a process makes one for all its simulators.</summary>
    public static ApplicationKey OfThisProcess { get; } = new(() => RSA.Create(Bits));

    /// <summary>The private key, as an application would have it.</summary>
    public string Pem => _pem.Value;

    public bool IsSignatureOf(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (_gate)
            return _rsa.Value.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static RSA Import(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa;
    }
}
