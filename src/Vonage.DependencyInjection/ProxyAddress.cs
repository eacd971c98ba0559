using System.Net;

namespace Vonage;

/// <summary>The address of a proxy, with the user name and password that it may contain.</summary>
internal static class ProxyAddress
{
    public const string Rule = "must be an absolute address that starts with http://, https:// or socks5://";

    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>Finds what is wrong with an address, as the rest of a sentence that begins with its name.</summary>
    public static string? FindFault(Uri address)
    {
        if (!address.IsAbsoluteUri || !Schemes.Contains(address.Scheme))
            return Rule;
        return address.AbsolutePath.Trim('/').Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0 ? "must not have a path, a query or a fragment" : null;
    }

    /// <summary>Creates the proxy. The platform takes no notice of what stands before the @ of an address.</summary>
    public static WebProxy Create(Uri address)
    {
        if (address.UserInfo.Length == 0)
            return new WebProxy(address);
        var parts = address.UserInfo.Split(':', 2);
        return new WebProxy(new UriBuilder(address) { UserName = "", Password = "" }.Uri)
        {
            Credentials = new NetworkCredential(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? "")),
        };
    }
}
