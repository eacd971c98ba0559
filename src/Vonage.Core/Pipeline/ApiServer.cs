using System.ComponentModel;

namespace Vonage.Core.Pipeline;

/// <summary>A server of an operation, with its regional alternatives.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiServer
{
    // A host that never exists (RFC 6761) stands for the one that the specification leaves out.
    private const string Nowhere = "https://server.invalid";

    private readonly (string Region, Uri Address)[] _regions;

    /// <summary>Initializes a new instance of the <see cref="ApiServer"/> class.</summary>
    /// <param name="url">The default address, including any base path. It can be a path only: the host is then the client's <see cref="ApiClientOptions.BaseAddress"/>.</param>
    /// <param name="regions">The regional addresses, by the short name of the region (<c>us</c>, <c>eu</c>, <c>ap</c>).</param>
    public ApiServer(string url, params (string Region, string Url)[] regions)
    {
        ArgumentNullException.ThrowIfNull(url);
        HasHost = !url.StartsWith('/');
        Address = new Uri(HasHost ? url : Nowhere + url, UriKind.Absolute);
        _regions = Array.ConvertAll(regions, r => (r.Region, new Uri(r.Url, UriKind.Absolute)));
    }

    /// <summary>The default address.</summary>
    public Uri Address { get; }

    /// <summary>Whether the specification names the host.</summary>
    internal bool HasHost { get; }

    /// <summary>Gets the address for a region; the default address if the region has none.</summary>
    /// <param name="region">The short name of the region; <see langword="null"/> for the default.</param>
    public Uri AddressIn(string? region)
    {
        if (region is not null)
            foreach (var candidate in _regions)
                if (candidate.Region == region)
                    return candidate.Address;
        return Address;
    }
}
