namespace Vonage;

/// <summary>Specifies the signature method of the SMS API. It must match the account's settings.</summary>
public enum SignatureMethod
{
    /// <summary>The MD5 hash of the parameters followed by the secret: <c>md5hash</c>.</summary>
    Md5Hash,

    /// <summary>HMAC with MD5: <c>md5</c>.</summary>
    HmacMd5,

    /// <summary>HMAC with SHA-1: <c>sha1</c>.</summary>
    HmacSha1,

    /// <summary>HMAC with SHA-256: <c>sha256</c>.</summary>
    HmacSha256,

    /// <summary>HMAC with SHA-512: <c>sha512</c>.</summary>
    HmacSha512,
}
