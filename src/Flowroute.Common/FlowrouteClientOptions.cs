using Vonage.Core;

namespace Flowroute;

/// <summary>Options for a Flowroute client.</summary>
public class FlowrouteClientOptions : ApiClientOptions
{
    private static readonly string[] OwnHosts = ["api.flowroute.com"];

    /// <inheritdoc/>
    protected override string TelemetryName => "Flowroute";

    /// <inheritdoc/>
    protected override IReadOnlyCollection<string> KnownHosts => OwnHosts;
}
