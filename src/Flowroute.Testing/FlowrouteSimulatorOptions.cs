using Vonage.Simulation;

namespace Flowroute.Testing;

/// <summary>Options for a <see cref="FlowrouteSimulator"/>.</summary>
public sealed class FlowrouteSimulatorOptions : SimulatorOptions
{
    /// <summary>The accepted access key.</summary>
    public string AccessKey { get; set; } = "fr123456";

    /// <summary>The accepted secret key.</summary>
    public string SecretKey { get; set; } = "SimulatorSecretKey";
}
