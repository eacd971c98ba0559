namespace Vonage.Simulation;

/// <summary>What can be set on every simulator. All settings have defaults.</summary>
public class SimulatorOptions
{
    /// <summary>The port on 127.0.0.1; 0, the default, for any free one.</summary>
    public int Port { get; set; }

    /// <summary>The clock for credentials, times in replies, and delays.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Called with each request when its answer is known, such as to log it.</summary>
    public Action<ReceivedRequest>? OnRequest { get; set; }
}
