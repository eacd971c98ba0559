namespace Vonage;

/// <summary>The telemetry of the clients.</summary>
public static class VonageTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Name = "Vonage";
}
