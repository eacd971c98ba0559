namespace Vonage.Benchmarks.Load;

/// <summary>Clients that call the server of the load instead of Vonage.</summary>
internal static class Clients
{
    public static VonageClient Facade(VonageCredentials credentials, string server) =>
        new(credentials, new() { Hosts = { ["rest.nexmo.com"] = new Uri(server), ["api.nexmo.com"] = new Uri(server) } });
}
