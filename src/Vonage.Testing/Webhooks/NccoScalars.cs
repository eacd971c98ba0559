using System.Globalization;
using System.Text.Json.Nodes;

namespace Vonage.Testing.Webhooks;

/// <summary>What Vonage accepts in calls and NCCOs although the documents say otherwise: numbers and Booleans as strings, and empty SIP headers.</summary>
internal static class NccoScalars
{
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "beepTimeout", "beep_timeout", "channels", "endOnSilence", "length_timer", "level", "limit", "loop", "maxDigits", "maxDuration", "ringing_timer",
        "sensitivity", "startTimeout", "style", "timeOut", "timeout",
    };

    private static readonly HashSet<string> Booleans = new(StringComparer.Ordinal)
    {
        "bargeIn", "beepStart", "endOnExit", "mute", "premium", "randomFromNumber", "random_from_number", "record", "saveAudio", "sentimentAnalysis", "startOnEnter", "submitOnHash",
    };

    // What the application itself defines.
    private static readonly HashSet<string> Foreign = new(StringComparer.Ordinal) { "payload", "headers", "context" };

    /// <summary>Converts them to what the documents say.</summary>
    public static void Convert(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                if (members["standard_headers"] is JsonObject { Count: 0 })
                    members.Remove("standard_headers");
                foreach (var (name, value) in members.ToList())
                {
                    if (value is JsonValue scalar && scalar.TryGetValue<string>(out var text))
                        Convert(members, name, text);
                    else if (!Foreign.Contains(name))
                        Convert(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                    Convert(item);
                break;
        }
    }

    private static void Convert(JsonObject owner, string name, string text)
    {
        if (Numbers.Contains(name) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            owner[name] = JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture));
        else if (Booleans.Contains(name) && bool.TryParse(text, out var isTrue))
            owner[name] = JsonNode.Parse(isTrue ? "true" : "false");
    }
}
