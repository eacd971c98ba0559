using System.Globalization;
using System.Net;
using System.Text;

namespace Vonage.Core.Pipeline;

/// <summary>Builds the one-line message of an exception.</summary>
internal static class ErrorText
{
    private const int MaxReason = 500;

    public static string Of(ApiResponse reply, string? reason)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var text = new StringBuilder(reply.Operation)
            .Append(reply.IsSuccess ? ": the response cannot be used: " : " failed: ")
            .Append(Status(reply.StatusCode));
        if (!string.IsNullOrWhiteSpace(reason))
            AppendShort(text.Append(". "), reason!);
        var authentication = reply.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? reply.Authentication : null;
        var id = reply.RequestId;
        if (authentication is not null || id is not null)
            text.Append(" (");
        if (authentication is not null)
            AppendShort(text.Append("authenticated with "), authentication).Append(id is null ? ")" : "; ");
        if (id is not null)
            AppendShort(text.Append("request id "), id).Append(')');
        return text.ToString();
    }

    /// <summary>A time in seconds: <c>0.25 s</c>.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    /// <summary>Appends text from the server, on one line and limited in length.</summary>
    public static StringBuilder AppendLine(StringBuilder text, string words, int most)
    {
        var count = Math.Min(words.Length, most);
        for (var i = 0; i < count; i++)
            text.Append(char.IsControl(words[i]) ? ' ' : words[i]);
        return text;
    }

    /// <summary>The code and the name of a status: <c>429 Too Many Requests</c>.</summary>
    public static string Status(HttpStatusCode status)
    {
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        return Name(status) is { } name ? $"{code} {name}" : code;
    }

    // "TooManyRequests" as "Too Many Requests".
    private static string? Name(HttpStatusCode status)
    {
        var known = status.ToString();
        if (char.IsDigit(known[0]))
            return null;
        var name = new StringBuilder();
        foreach (var c in known)
        {
            if (char.IsUpper(c) && name.Length > 0 && !char.IsUpper(name[name.Length - 1]))
                name.Append(' ');
            name.Append(c);
        }

        return name.ToString();
    }

    private static StringBuilder AppendShort(StringBuilder text, string words) =>
        words.Length > MaxReason ? AppendLine(text, words, MaxReason).Append('…') : AppendLine(text, words, MaxReason);
}
