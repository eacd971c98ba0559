using Jose;

namespace Vonage;

/// <summary>A token that is well formed and specifies HS256. Its signature is not verified yet.</summary>
internal sealed class ParsedToken
{
    private const int MaxLength = 16 * 1024;
    private const long LastSecond = 253402300799;

    // All tokens from one issuer have the same header.
    private static string? _knownHeader;

    private readonly string _text;

    private ParsedToken(string text, JwtMembers claims) => (_text, Claims) = (text, claims);

    public JwtMembers Claims { get; }

    public static ParsedToken? Read(string text)
    {
        if (text.Length > MaxLength)
            return null;
        var parts = text.Split('.');
        if (parts.Length != 3 || !Array.TrueForAll(parts, IsBase64Url) || !IsHs256(parts[0]))
            return null;
        return JwtMembers.Read(Base64Url.Decode(parts[1])) is { } claims ? new ParsedToken(text, claims) : null;
    }

    public static DateTimeOffset Later(DateTimeOffset time, TimeSpan by) => DateTimeOffset.MaxValue - time > by ? time + by : DateTimeOffset.MaxValue;

    public bool IsSignedBy(byte[] secret) => JsonWebToken.IsSigned(_text, secret);

    /// <summary>Gets a string claim; <see langword="null"/> if it does not exist.</summary>
    /// <returns><see langword="false"/> if the claim is not a string.</returns>
    public bool TryGetText(string name, out string? value)
    {
        var isThere = Claims.TryGet(name, out var claim);
        value = claim as string;
        return value is not null || !isThere;
    }

    /// <summary>Gets a time claim; <see langword="null"/> if it does not exist.</summary>
    /// <returns><see langword="false"/> if the claim is not a time.</returns>
    public bool TryGetTime(string name, out DateTimeOffset? value)
    {
        var isThere = Claims.TryGet(name, out var claim);
        value = claim switch
        {
            long seconds and >= 0 and <= LastSecond => DateTimeOffset.FromUnixTimeSeconds(seconds),
            decimal seconds and >= 0 and <= LastSecond => DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)),
            _ => null,
        };
        return value is not null || !isThere;
    }

    // No other algorithm is accepted, so that a token cannot disable the signature or use a public key as a secret. Extensions are not accepted
    // either: "crit" lists them, and "b64", the only one that jose-jwt supports, requires "crit" (RFC 7797).
    private static bool IsHs256(string header)
    {
        if (header == _knownHeader)
            return true;
        if (JwtMembers.Read(Base64Url.Decode(header)) is not { } members || !members.TryGet("alg", out var algorithm) || algorithm is not "HS256"
            || members.TryGet("crit", out _) || members.TryGet("b64", out _))
            return false;
        _knownHeader = header;
        return true;
    }

    // Decoders tolerate padding, whitespace and unused bits in the last character. Each of these would allow several representations of
    // the same token.
    private static bool IsBase64Url(string part)
    {
        foreach (var c in part)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_'))
                return false;
        }

        return (part.Length % 4) switch
        {
            0 => part.Length > 0,
            2 => "AQgw".Contains(part[part.Length - 1]),
            3 => "AEIMQUYcgkosw048".Contains(part[part.Length - 1]),
            _ => false,
        };
    }
}
