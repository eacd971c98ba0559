using Vonage.Simulation;

namespace Vonage.Testing.Control;

/// <summary>The key of the test that a request, message or call belongs to: a header, or the beginning of the client reference, up to a character that is no letter or digit: <c>test1</c> is the session of <c>test1-order7</c>.</summary>
internal static class SessionKey
{
    public const string Header = "X-Simulator-Session";

    private static readonly AsyncLocal<string?> Ambient = new();

    /// <summary>The session of what the control API does at the moment.</summary>
    public static string? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Gets the session of a request; null if it names none.</summary>
    public static string? Of(ReceivedRequest request) =>
        request.Headers[Header] is [{ Length: > 0 } header, ..] ? header : Reference(request);

    /// <summary>Determines whether something belongs to the session that is asked for.</summary>
    public static bool Covers(string? asked, string? session) =>
        string.IsNullOrEmpty(asked) || (session?.StartsWith(asked, StringComparison.Ordinal) == true && (session.Length == asked.Length || !char.IsLetterOrDigit(session[asked.Length])));

    private static string? Reference(ReceivedRequest request) =>
        request.Form is { } form
            ? form["client-ref"].FirstOrDefault() ?? form["client_ref"].FirstOrDefault()
            : (request.Json as System.Text.Json.Nodes.JsonObject)?["client_ref"]?.ToString() ?? request.Query["client-ref"].FirstOrDefault();
}
