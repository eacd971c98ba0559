namespace Vonage.Core;

/// <summary>A server that an OpenAPI document names for an operation, with its counterparts in the provider's regions.</summary>
public sealed class ApiServer
{
    private readonly (string Region, Uri Address)[] _regions;

    /// <summary>Creates a server.</summary>
    /// <param name="url">The default address, with a base path if there is one.</param>
    /// <param name="regions">The address for each region that has its own, by the region's short name (<c>us</c>, <c>eu</c>, <c>ap</c>).</param>
    public ApiServer(string url, params (string Region, string Url)[] regions)
    {
        Address = new Uri(url, UriKind.Absolute);
        _regions = Array.ConvertAll(regions, r => (r.Region, new Uri(r.Url, UriKind.Absolute)));
    }

    /// <summary>The default address.</summary>
    public Uri Address { get; }

    /// <summary>The address to use for a region: its own where it has one, else the default.</summary>
    /// <param name="region">The region's short name, or <see langword="null"/> for the default.</param>
    public Uri AddressIn(string? region)
    {
        if (region is not null)
            foreach (var candidate in _regions)
                if (candidate.Region == region)
                    return candidate.Address;
        return Address;
    }
}
