using Vonage.Core;

namespace Vonage;

/// <summary>Options for a Vonage client.</summary>
public class VonageClientOptions : ApiClientOptions
{
    private static readonly string[] RequestIds = ["X-Request-Id", "Request-Id", "X-Nexmo-Trace-Id", "X-Trace-Id", "X-Correlation-Id"];

    private VonageRegion? _region;
    private VonageRegion? _fallbackRegion;

    /// <summary>
    /// The region whose servers to use. APIs without servers in the region use their default server. By default, every API uses its default
    /// server.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The region is not defined.</exception>
    public VonageRegion? Region
    {
        get => _region;
        set
        {
            Code(value);
            _region = value;
        }
    }

    /// <summary>
    /// The region in which a call without an effect is attempted after a failure of the connection, where its API has servers in that region. The
    /// default is none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The region is not defined.</exception>
    public VonageRegion? FallbackRegion
    {
        get => _fallbackRegion;
        set
        {
            Code(value);
            _fallbackRegion = value;
        }
    }

    /// <inheritdoc/>
    protected internal override string? FallbackRegionCode => Code(_fallbackRegion);

    /// <inheritdoc/>
    protected internal override string TelemetryName => VonageTelemetry.Name;

    /// <inheritdoc/>
    protected internal override string? RegionCode => Code(_region);

    /// <inheritdoc/>
    protected internal override IReadOnlyCollection<string> KnownHosts => VonageHosts.All;

    /// <inheritdoc/>
    protected internal override IReadOnlyCollection<string> ThirdPartyHosts => VonageHosts.ThirdParties;

    /// <inheritdoc/>
    protected internal override IReadOnlyList<string> RequestIdHeaders => RequestIds;

    /// <summary>Adds the addresses in the environment to <see cref="ApiClientOptions.Hosts"/>, except for hosts that it already has.</summary>
    /// <remarks>
    /// <para><c>VONAGE_BASE_URL</c> is an address at which a path for each host begins, as at the simulator: <c>http://127.0.0.1:4010</c> is
    /// <c>http://127.0.0.1:4010/api.nexmo.com</c> for <c>api.nexmo.com</c>. <c>VONAGE_HOSTS</c> is a list of addresses by host
    /// (<c>api.nexmo.com=http://127.0.0.1:4010,rest.nexmo.com=…</c>), which has precedence.</para>
    /// <para><c>VonageClient.FromEnvironment</c> and <c>AddVonage</c> call this method.</para>
    /// </remarks>
    /// <exception cref="InvalidCredentialsException">An address is malformed. The message names the variable.</exception>
    public void AddHostsFromEnvironment() => AddHosts(Environment.GetEnvironmentVariable);

    internal void AddHosts(Func<string, string?> variable)
    {
        foreach (var host in VonageEnvironment.ReadHosts(variable))
        {
            if (!Hosts.ContainsKey(host.Key))
                Hosts[host.Key] = host.Value;
        }
    }

    private static string? Code(VonageRegion? region) => region switch
    {
        null => null,
        VonageRegion.UnitedStates => "us",
        VonageRegion.Europe => "eu",
        VonageRegion.AsiaPacific => "ap",
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "The region is not defined."),
    };
}
