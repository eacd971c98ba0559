using System.Text.Json.Nodes;

namespace Vonage.Testing.Webhooks;

/// <summary>What a call that is made shall do about voicemail.</summary>
internal sealed record MachineDetection(bool HangsUp, bool WaitsForBeep)
{
    /// <summary>Reads it from a request or a connect action; null where machines are not looked for.</summary>
    public static MachineDetection? Of(JsonObject settings)
    {
        var advanced = settings["advanced_machine_detection"] ?? settings["advancedMachineDetection"];
        if ((advanced?["behavior"] ?? settings["machine_detection"] ?? settings["machineDetection"])?.ToString() is { } behavior)
            return new(behavior == "hangup", WaitsFor(advanced));
        return advanced is null ? null : new(HangsUp: false, WaitsFor(advanced));
    }

    private static bool WaitsFor(JsonNode? advanced) => advanced?["mode"]?.ToString() == "detect_beep";
}
