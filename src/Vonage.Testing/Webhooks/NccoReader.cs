using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Vonage.Core;
using Vonage.Voice;

namespace Vonage.Testing.Webhooks;

/// <summary>Reads what an application has answered as an NCCO.</summary>
internal static class NccoReader
{
    private const string SyntaxError = "Syntax error in NCCO. Invalid value type or action.";

    /// <summary>The NCCO, or why there is none. Neither where the application has answered well, and with nothing.</summary>
    public static (JsonArray? Ncco, string? Problem) Read(SentWebhook asked)
    {
        if (!asked.IsAccepted)
            return (null, asked.StatusCode is { } status ? $"The URL answered with status {status}." : "The URL cannot be reached.");
        if (string.IsNullOrWhiteSpace(asked.Answer))
            return (null, null);
        try
        {
            // An action that the API does not know is read as the base class.
            return Ncco.Parse(asked.Answer).Any(action => action.GetType() == typeof(NccoAction))
                ? (null, SyntaxError)
                : (JsonNode.Parse(asked.Answer)!.AsArray(), null);
        }
        catch (Exception error) when (error is JsonException or System.Text.Json.JsonException)
        {
            return (null, SyntaxError);
        }
        catch (InvalidRequestException error)
        {
            return (null, $"{SyntaxError} {error.Message}");
        }
    }
}
