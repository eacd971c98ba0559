using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Vonage.Core;

namespace Vonage.ProgrammableSip;

public partial class CreateSipDomainRequest
{
    partial void ValidateMore() => AccessList.Check(Acl);
}

public partial class ReplaceSipDomainRequest
{
    partial void ValidateMore() => AccessList.Check(Acl);
}

/// <summary>The addresses that may use a SIP domain.</summary>
internal static class AccessList
{
    private const int BitsOfVersion4 = 32;
    private const int BitsOfVersion6 = 128;

    public static void Check(IList<string> acl)
    {
        for (var i = 0; i < acl.Count; i++)
            if (!IsRange(acl[i]))
                throw new InvalidRequestException($"acl[{i}]", "must be an IP address or a range of them (CIDR), such as 192.0.2.1 or 198.51.100.0/24.");
    }

    private static bool IsRange(string? text)
    {
        if (text?.Split('/') is not { Length: 1 or 2 } parts || !IPAddress.TryParse(parts[0], out var address))
            return false;

        // The parser also takes 192.168, hexadecimal parts, brackets and scopes.
        var isVersion4 = address.AddressFamily == AddressFamily.InterNetwork;
        if (isVersion4 ? address.ToString() != parts[0] : parts[0].IndexOfAny(['[', '%']) >= 0)
            return false;
        return parts.Length == 1 || (byte.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits <= (isVersion4 ? BitsOfVersion4 : BitsOfVersion6));
    }
}
