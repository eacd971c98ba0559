namespace Vonage.Simulation;

/// <summary>Options for all simulators.</summary>
public class SimulatorOptions
{
    /// <summary>The port on 127.0.0.1. The default, 0, selects any free port.</summary>
    public int Port { get; set; }

    /// <summary>The clock for credentials, times in responses, and delays.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Called with each request after its response is determined, for example to log it.</summary>
    public Action<ReceivedRequest>? OnRequest { get; set; }
}
