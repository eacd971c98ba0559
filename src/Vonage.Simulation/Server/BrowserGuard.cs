using System.Net;
using Microsoft.AspNetCore.Http;

namespace Vonage.Simulation.Server;

/// <summary>
/// Rejects requests from web pages. A browser on this machine can reach the simulator, but it sends the name that the page used as the host,
/// and states that the request comes from another site.
/// </summary>
internal sealed class BrowserGuard(ISet<string> allowedHosts, IReadOnlySet<string> apiHosts)
{
    /// <summary>Gets the reason for a rejection; null if the request is accepted.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isForBrowsers">Determines whether a link on any page can lead a browser to what is requested.</param>
    public string? Refuse(HttpRequest request, Func<HttpContext, bool> isForBrowsers)
    {
        if (!IsLoopback(request.Host.Host) && !allowedHosts.Contains(request.Host.Host) && !apiHosts.Contains(request.Host.Host) && !IsTarget(request))
            return "The Host header names neither this machine nor a host in SimulatorOptions.AllowedHosts (--allow-host).";
        if (request.Headers.Origin is { Count: > 0 } origins && !origins.All(origin => IsOwn(origin, request.Host)))
            return "The Origin header names another site.";
        return request.Headers["Sec-Fetch-Site"] is { Count: > 0 } sites && !sites.All(site => site is "same-origin" or "none") && !(IsNavigation(request) && isForBrowsers(request.HttpContext))
            ? "The Sec-Fetch-Site header names another site."
            : null;
    }

    // The browser leaves the other site, and shows the answer to nobody else.
    private static bool IsNavigation(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // A page that another name led here cannot state the address as the host.
    private static bool IsTarget(HttpRequest request) => IPAddress.TryParse(request.Host.Host, out var address) && address.Equals(request.HttpContext.Connection.LocalIpAddress);

    private static bool IsOwn(string? origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase);
}
