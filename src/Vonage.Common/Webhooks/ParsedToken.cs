using System.Text;
using Vonage.Core;

namespace Vonage;

/// <summary>A token whose form is right, and that says HS256. Nothing in it is proved yet.</summary>
internal sealed class ParsedToken
{
    private const int MaxLength = 16 * 1024;
    private const long LastSecond = 253402300799;

    // All tokens of one issuer have the same header.
    private static string? _knownHeader;

    private readonly string _signed;
    private readonly string _signature;

    private ParsedToken(string signed, string signature, JwtMembers claims) => (_signed, _signature, Claims) = (signed, signature, claims);

    public JwtMembers Claims { get; }

    public static ParsedToken? Read(string text)
    {
        var payload = text.IndexOf('.') + 1;
        var signature = text.LastIndexOf('.') + 1;
        if (text.Length > MaxLength || payload <= 1 || signature <= payload + 1 || signature == text.Length)
            return null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsDigit(text[i]) && i != payload - 1 && i != signature - 1)
                return null;
        }

        if (!IsHs256(text.Substring(0, payload - 1)))
            return null;
        return JwtMembers.Read(text.Substring(payload, signature - 1 - payload)) is { } claims
            ? new ParsedToken(text.Substring(0, signature - 1), text.Substring(signature), claims)
            : null;
    }

    public static DateTimeOffset Later(DateTimeOffset time, TimeSpan by) => DateTimeOffset.MaxValue - time > by ? time + by : DateTimeOffset.MaxValue;

    // The signature's text is compared, not its bytes: the last digit has bits that no byte holds, and they are checked like this too.
    public bool IsSignedBy(byte[] secret)
    {
        var signed = Encoding.ASCII.GetBytes(_signed);
        using var text = new PooledUtf8Writer();
        var signature = new Hs256Signer(secret).Sign(signed, signed.Length);
        Base64Url.Write(text, signature, signature.Length);
        return FixedTime.Equal(Encoding.ASCII.GetString(text.Bytes, 0, text.Length), _signature);
    }

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

    // No other algorithm is ever looked at: a token that says none, or names the public key of something, ends here.
    private static bool IsHs256(string header)
    {
        if (header == _knownHeader)
            return true;
        if (JwtMembers.Read(header) is not { } members || !members.TryGet("alg", out var algorithm) || algorithm is not "HS256" || members.TryGet("crit", out _))
            return false;
        _knownHeader = header;
        return true;
    }

    private static bool IsDigit(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_';
}
