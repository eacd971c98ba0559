using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Vonage;

/// <summary>
/// Calculates and verifies the signatures of the SMS API's parameters. A signature covers all parameters except <c>sig</c>, sorted by name,
/// each as <c>&amp;name=value</c>, with the separators in names and values replaced.
/// </summary>
internal static class SmsSignature
{
    /// <summary>The name of the parameter that contains the signature.</summary>
    public const string Parameter = "sig";

    /// <summary>The name of the parameter that contains the time of signing, in Unix seconds.</summary>
    public const string Timestamp = "timestamp";

    /// <summary>Calculates the signature of parameters.</summary>
    /// <param name="parameters">All parameters, in any order. <c>sig</c> and parameters with a <see langword="null"/> value are ignored.</param>
    /// <param name="secret">The account's signature secret.</param>
    /// <param name="method">The signature method in the account's settings.</param>
    /// <returns>The signature in lowercase hexadecimal digits.</returns>
    public static string Compute(IEnumerable<KeyValuePair<string, string?>> parameters, string secret, SignatureMethod method)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(secret);
        return Compute(Text(parameters), Encoding.UTF8.GetBytes(secret), method);
    }

    /// <summary>Verifies the signature of parameters, of which empty values may be signed or not. The comparison takes constant time.</summary>
    /// <param name="parameters">All parameters, in any order.</param>
    /// <param name="signature">The signature in hexadecimal digits. Case is ignored.</param>
    /// <param name="secret">The account's signature secret.</param>
    /// <param name="method">The signature method in the account's settings.</param>
    public static bool Verify(IEnumerable<KeyValuePair<string, string?>> parameters, string signature, string secret, SignatureMethod method)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(secret);
        return Texts([.. parameters]).Exists(text => FixedTime.Equal(Compute(text, Encoding.UTF8.GetBytes(secret), method), signature.ToLowerInvariant()));
    }

    internal static string Compute(string text, byte[] secret, SignatureMethod method) => Convert.ToHexStringLower(Digest(Encoding.UTF8.GetBytes(text), secret, method));

    internal static string Text(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var text = new StringBuilder();
        foreach (var pair in parameters.Where(p => p.Key != Parameter && p.Value is not null).OrderBy(p => p.Key, StringComparer.Ordinal))
            text.Append('&').Append(Clean(pair.Key)).Append('=').Append(Clean(pair.Value!));
        return text.ToString();
    }

    /// <summary>
    /// The texts that may be signed: some signers omit empty values. An empty value beside another one of its name could take that one's
    /// place, and must be signed.
    /// </summary>
    internal static List<string> Texts(IReadOnlyCollection<KeyValuePair<string, string?>> parameters)
    {
        var texts = new List<string> { Text(parameters) };
        var rest = parameters.Where(parameter => !string.IsNullOrEmpty(parameter.Value)).ToList();
        if (rest.Count < parameters.Count && !parameters.Any(parameter => string.IsNullOrEmpty(parameter.Value) && rest.Exists(other => other.Key == parameter.Key)))
            texts.Add(Text(rest));
        return texts;
    }

    private static string Clean(string text) => text.Replace('&', '_').Replace('=', '_');

    [SuppressMessage("Security", "CA5351", Justification = "The API supports this method, and older accounts use it.")]
    [SuppressMessage("Performance", "CA1850", Justification = "netstandard2.0 has no alternative.")]
    private static byte[] Digest(byte[] text, byte[] secret, SignatureMethod method)
    {
        if (method == SignatureMethod.Md5Hash)
        {
            using var md5 = MD5.Create();
            return md5.ComputeHash([.. text, .. secret]);
        }

        using var hmac = CreateHmac(method, secret);
        return hmac.ComputeHash(text);
    }

    [SuppressMessage("Security", "CA5350", Justification = "The account's settings determine the method.")]
    [SuppressMessage("Security", "CA5351", Justification = "The account's settings determine the method.")]
    private static HMAC CreateHmac(SignatureMethod method, byte[] key) => method switch
    {
        SignatureMethod.HmacMd5 => new HMACMD5(key),
        SignatureMethod.HmacSha1 => new HMACSHA1(key),
        SignatureMethod.HmacSha256 => new HMACSHA256(key),
        SignatureMethod.HmacSha512 => new HMACSHA512(key),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "The signature method is not defined."),
    };
}
