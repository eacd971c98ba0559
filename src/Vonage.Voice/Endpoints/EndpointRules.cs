using Vonage.Core;

namespace Vonage.Voice;

/// <summary>The rules that endpoints of calls and of connect actions share.</summary>
internal static class EndpointRules
{
    /// <summary>A phone number, or the SIP URI of a caller.</summary>
    public static void Number(string number)
    {
        if (!IsSip(number))
            Check.E164("number", number);
    }

    /// <summary>The address of a WebSocket.</summary>
    public static void Socket(Uri uri)
    {
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("ws" or "wss"))
            throw new InvalidRequestException("uri", "must start with ws:// or wss://.");
    }

    /// <summary>A SIP URI, if there is one.</summary>
    public static void Sip(Uri? uri)
    {
        if (uri is { OriginalString: { Length: > 0 } address } && !IsSip(address))
            throw new InvalidRequestException("uri", "must start with sip: or sips:, such as sip:rebekka@sip.example.com.");
    }

    private static bool IsSip(string address) =>
        address.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("sips:", StringComparison.OrdinalIgnoreCase);
}
