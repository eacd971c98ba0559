#if NET
using System.Runtime.InteropServices;
using System.Security.Cryptography;
#else
using System.Text;
using Jose;
#endif

namespace Vonage;

internal static class FixedTime
{
    /// <summary>Compares texts in constant time.</summary>
    public static bool Equal(string expected, string actual) =>
#if NET
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(expected.AsSpan()), MemoryMarshal.AsBytes(actual.AsSpan()));
#else
        Arrays.ConstantTimeEquals(Encoding.Unicode.GetBytes(expected), Encoding.Unicode.GetBytes(actual));
#endif
}
