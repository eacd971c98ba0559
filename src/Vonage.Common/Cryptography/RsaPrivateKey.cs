using System.Security.Cryptography;

namespace Vonage;

/// <summary>A private key, parsed once. Thread-safe.</summary>
internal sealed class RsaPrivateKey
{
    private readonly Action<RSA> _import;

    // The platform's RSA objects are not for several threads at once. One is kept; a thread that finds it taken imports another.
    private RSA? _idle;

    /// <summary>Puts the key into an object of the platform's, now and whenever another is needed.</summary>
    public RsaPrivateKey(Action<RSA> import)
    {
        _import = import;
        _idle = Import();
    }

    /// <summary>Lends the key to one caller at a time, who must not keep it.</summary>
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
