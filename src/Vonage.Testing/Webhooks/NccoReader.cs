using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Vonage.Core;
using Vonage.Voice;

namespace Vonage.Testing.Webhooks;

/// <summary>Reads the NCCO in a response of the application.</summary>
internal static class NccoReader
{
    private const string SyntaxError = "Syntax error in NCCO. Invalid value type or action.";

    /// <summary>Gets the NCCO or the error. Neither exists if the response is successful and empty.</summary>
    /// <param name="asked">The request for the NCCO.</param>
    /// <param name="check">Gets what is wrong with an NCCO by the document; null if nothing is.</param>
    public static (JsonArray? Ncco, string? Problem) Read(SentWebhook asked, Func<JsonArray, string?> check)
    {
        if (!asked.IsAccepted)
            return (null, asked.StatusCode is { } status ? $"The URL returned status {status}." : "The URL cannot be reached.");
        if (string.IsNullOrWhiteSpace(asked.ResponseBody))
            return (null, null);
        try
        {
            var json = JsonNode.Parse(asked.ResponseBody);
            NccoScalars.Convert(json);
            // An unknown action is read as the base class.
            var ncco = Ncco.Parse(json?.ToJsonString() ?? "null");
            if (ncco.Any(action => action.GetType() == typeof(NccoAction)))
                return (null, SyntaxError);
            ncco.Validate();
            var array = json!.AsArray();
            return check(array) is { } reason ? (null, $"{SyntaxError} {reason}") : (array, null);
        }
        catch (Exception error) when (error is JsonException or System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return (null, SyntaxError);
        }
        catch (InvalidRequestException error)
        {
            return (null, $"{SyntaxError} {error.Message}");
        }
    }
}
