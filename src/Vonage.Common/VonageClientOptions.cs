using Vonage.Core;

namespace Vonage;

/// <summary>How a client reaches Vonage.</summary>
public class VonageClientOptions : ApiClientOptions
{
    private static readonly string[] RequestIds = ["X-Request-Id", "Request-Id", "X-Nexmo-Trace-Id", "X-Trace-Id", "X-Correlation-Id"];

    private VonageRegion? _region;

    /// <summary>
    /// The region whose servers to use, for the APIs that have servers there; the others keep their only one. Default: what each API's
    /// document names first.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such region.</exception>
    public VonageRegion? Region
    {
        get => _region;
        set
        {
            Code(value);
            _region = value;
        }
    }

    /// <inheritdoc/>
    protected internal override string? RegionCode => Code(_region);

    /// <inheritdoc/>
    protected internal override IReadOnlyCollection<string> KnownHosts => VonageHosts.All;

    /// <inheritdoc/>
    protected internal override IReadOnlyList<string> RequestIdHeaders => RequestIds;

    private static string? Code(VonageRegion? region) => region switch
    {
        null => null,
        VonageRegion.UnitedStates => "us",
        VonageRegion.Europe => "eu",
        VonageRegion.AsiaPacific => "ap",
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "There is no such region."),
    };
}
