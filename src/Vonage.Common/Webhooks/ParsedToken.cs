using Jose;

namespace Vonage;

/// <summary>A token whose form is right, and that says HS256. Nothing in it is proved yet.</summary>
internal sealed class ParsedToken
{
    private const int MaxLength = 16 * 1024;
    private const long LastSecond = 253402300799;

    // All tokens of one issuer have the same header.
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

    /// <summary>A claim that is text; null where it is absent.</summary>
    /// <returns>False where it is something else.</returns>
    public bool TryGetText(string name, out string? value)
    {
        var isThere = Claims.TryGet(name, out var claim);
        value = claim as string;
        return value is not null || !isThere;
    }

    /// <summary>A claim that is a time; null where it is absent.</summary>
    /// <returns>False where it is something else.</returns>
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

    // No other algorithm is ever looked at: a token that says none, or names the public key of something, ends here. So does one with
    // extensions: "crit" names some, and "b64", the only one that jose-jwt knows, may not be there without it (RFC 7797).
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

    // Decoders are lenient about padding, white space, and the bits of a last digit that no byte holds: any of these would let one token
    // be written in several ways.
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
