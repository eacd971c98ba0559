using System.Security.Cryptography;

namespace Vonage;

/// <summary>A private key, parsed once. Instances are thread-safe.</summary>
internal sealed class RsaPrivateKey
{
    private readonly Action<RSA> _import;

    private readonly Lazy<string> _modulus;

    // The platform's RSA objects are not thread-safe. One is kept; a thread that finds it in use imports another.
    private RSA? _idle;

    /// <summary>Imports the key into an RSA object now, and again whenever another object is needed.</summary>
    public RsaPrivateKey(Action<RSA> import)
    {
        _import = import;
        _idle = Import();
        _modulus = new(() => Convert.ToBase64String(Use(static rsa => rsa.ExportParameters(includePrivateParameters: false).Modulus!)));
    }

    /// <summary>Whether two keys are the same, however they were written. The modulus, which is public, tells.</summary>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is RsaPrivateKey other && _modulus.Value == other._modulus.Value);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_modulus.Value);

    /// <summary>Lends the key to one caller at a time. The caller must not keep it.</summary>
    public T Use<T>(Func<RSA, T> use)
    {
        var rsa = Interlocked.Exchange(ref _idle, null) ?? Import();
        try
        {
            return use(rsa);
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
            _import(rsa);
            return rsa;
        }
        catch
        {
            rsa.Dispose();
            throw;
        }
    }
}
