using Vonage.Core;

namespace Flowroute;

/// <summary>How a client reaches Flowroute.</summary>
public class FlowrouteClientOptions : ApiClientOptions
{
    private static readonly string[] OwnHosts = ["api.flowroute.com"];

    /// <inheritdoc/>
    protected override IReadOnlyCollection<string> KnownHosts => OwnHosts;
}
