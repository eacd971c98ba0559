using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Voice;

namespace Vonage.Testing.Webhooks;

/// <summary>Creates the result of an input action from DTMF and speech.</summary>
internal static class CallInput
{
    public static bool Takes(JsonObject input, string what) => input["type"] is not JsonArray types || types.Any(type => type?.ToString() == what);

    /// <summary>The kinds of input that an action takes.</summary>
    public static IEnumerable<string> Types(JsonObject input) => input["type"]?.AsArray().Select(type => $"{type}") ?? ["dtmf"];

    /// <summary>The result of DTMF input. No digits mean that the input timed out.</summary>
    public static JsonObject OfKeys(JsonObject input, string digits)
    {
        var payload = new JsonObject { ["dtmf"] = new JsonObject { ["digits"] = Taken(input["dtmf"], digits), ["timed_out"] = digits.Length == 0 } };
        if (input["type"] is JsonArray && Takes(input, "speech"))
            payload["speech"] = digits.Length == 0 ? Silence() : new JsonObject { ["error"] = "Speech overridden by DTMF" };
        return payload;
    }

    /// <summary>The result of speech input.</summary>
    public static JsonObject OfWords(JsonObject input, JsonObject speech)
    {
        if (input["speech"]?["saveAudio"]?.GetValue<bool>() == true)
            speech["recording_url"] ??= CallReporter.NewFile();
        var payload = new JsonObject { ["speech"] = speech };
        if (Takes(input, "dtmf"))
            payload["dtmf"] = new JsonObject { ["digits"] = null, ["timed_out"] = false };
        return payload;
    }

    /// <summary>The recognition result of spoken words. No words mean that the input timed out.</summary>
    public static JsonObject Heard(string words) => words.Length == 0 ? Silence() : Heard(new SpeechResult
    {
        TimeoutReason = SpeechTimeoutReason.EndOnSilenceTimeout,
        Results = [new SpeechRecognition { Text = words, Confidence = 0.9405097m }],
    });

    public static JsonObject Heard(SpeechResult speech) => JsonNode.Parse(ApiJson.Serialize(speech))!.AsObject();

    private static JsonObject Silence() => new() { ["timeout_reason"] = SpeechTimeoutReason.StartTimeout.Value, ["results"] = new JsonArray() };

    private static string Taken(JsonNode? settings, string digits)
    {
        if (settings?["submitOnHash"]?.GetValue<bool>() == true && digits.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0)
            digits = digits[..hash];
        return int.TryParse(settings?["maxDigits"]?.ToString(), CultureInfo.InvariantCulture, out var most) && digits.Length > most ? digits[..most] : digits;
    }
}
