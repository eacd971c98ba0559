using Vonage.Simulation;

namespace Flowroute.Testing;

/// <summary>The options of a <see cref="FlowrouteSimulator"/>. All have defaults.</summary>
public sealed class FlowrouteSimulatorOptions : SimulatorOptions
{
    /// <summary>The access key that is accepted.</summary>
    public string AccessKey { get; set; } = "fr123456";

    /// <summary>The secret key that is accepted.</summary>
    public string SecretKey { get; set; } = "SimulatorSecretKey";
}
