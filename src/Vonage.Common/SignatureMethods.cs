using Vonage.Core;

namespace Vonage;

/// <summary>Maps signature methods to the names that Vonage's settings use.</summary>
internal static class SignatureMethods
{
    public static SignatureMethod Parse(string name) => name.ToLowerInvariant() switch
    {
        "md5hash" => SignatureMethod.Md5Hash,
        "md5" => SignatureMethod.HmacMd5,
        "sha1" => SignatureMethod.HmacSha1,
        "sha256" => SignatureMethod.HmacSha256,
        "sha512" => SignatureMethod.HmacSha512,
        _ => throw new InvalidCredentialsException($"{VonageEnvironment.SignatureMethod} must be one of md5hash, md5, sha1, sha256 and sha512."),
    };

    public static string Name(SignatureMethod method) => method switch
    {
        SignatureMethod.Md5Hash => "md5hash",
        SignatureMethod.HmacMd5 => "md5",
        SignatureMethod.HmacSha1 => "sha1",
        SignatureMethod.HmacSha256 => "sha256",
        SignatureMethod.HmacSha512 => "sha512",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "The signature method is not defined."),
    };
}
