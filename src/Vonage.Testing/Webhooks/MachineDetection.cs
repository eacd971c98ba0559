using System.Text.Json.Nodes;

namespace Vonage.Testing.Webhooks;

/// <summary>The machine detection settings of an outbound call.</summary>
internal sealed record MachineDetection(bool HangsUp, bool WaitsForBeep)
{
    /// <summary>Reads the settings of a request or connect action; null if machine detection is disabled.</summary>
    public static MachineDetection? Of(JsonObject settings)
    {
        var advanced = settings["advanced_machine_detection"] ?? settings["advancedMachineDetection"];
        if ((advanced?["behavior"] ?? settings["machine_detection"] ?? settings["machineDetection"])?.ToString() is { } behavior)
            return new(behavior == "hangup", WaitsFor(advanced));
        return advanced is null ? null : new(HangsUp: false, WaitsFor(advanced));
    }

    private static bool WaitsFor(JsonNode? advanced) => advanced?["mode"]?.ToString() == "detect_beep";
}
