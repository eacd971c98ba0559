using System.Net;
using System.Net.Sockets;
using Vonage.Core;

namespace Vonage.Video;

public partial class CreateSessionRequest
{
    private bool IsRelayed => MediaMode == Video.MediaMode.Relayed || MediaMode == Video.MediaMode.AlwaysRelayed;

    partial void ValidateMore()
    {
        if (ArchiveMode == Video.ArchiveMode.Always && IsRelayed)
            throw new InvalidRequestException("archiveMode", "can be always only for a routed session, because the media server records it. Set MediaMode to Routed, or omit ArchiveMode.");
        if (Location is not null && !IsAddress(Location))
            throw new InvalidRequestException("location", "must be an IPv4 address, such as 10.1.200.30.");
    }

    // IPAddress also reads shorter forms, such as 10.1, which the API does not.
    private static bool IsAddress(string text) => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork && address.ToString() == text;
}
