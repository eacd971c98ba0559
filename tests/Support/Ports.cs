using System.Net;
using System.Net.Sockets;

namespace TestSupport;

/// <summary>Ports for servers that are told theirs before they start, and ports at which nobody listens.</summary>
internal static class Ports
{
    // None of those that a system gives to connections: what is free now is not the next connection's, of whichever process. Linux begins at 32768.
    private const int First = 10_000;
    private const int Last = 32_000;

    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // It is taken.
            }
        }
    }
}
