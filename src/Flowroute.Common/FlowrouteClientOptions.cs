using Vonage.Core;

namespace Flowroute;

/// <summary>Options for a Flowroute client.</summary>
public class FlowrouteClientOptions : ApiClientOptions
{
    private static readonly string[] OwnHosts = ["api.flowroute.com"];

    /// <summary>
    /// Whether messages are sent as JSON:API documents, <c>{"data":{"type":"message","attributes":{"to":…,"from":…,"body":…}}}</c>. Flowroute documents this
    /// form, too.
    /// </summary>
    /// <remarks>The default is <see langword="false"/>: the fields as they are, <c>{"to":…,"from":…,"body":…}</c>.</remarks>
    public bool SendMessagesAsDocuments { get; set; }

    /// <inheritdoc/>
    protected override string TelemetryName => "Flowroute";

    /// <inheritdoc/>
    protected override IReadOnlyCollection<string> KnownHosts => OwnHosts;
}
