using System.Text;

namespace Vonage;

/// <summary>The exception that is thrown when an API returns HTTP 200 but the response reports that the request was rejected. Each such API has a derived exception with the complete response.</summary>
public abstract class VonageRequestRejectedException : VonageApiException
{
    private const int MaxWords = 200;

    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    protected VonageRequestRejectedException(ApiResponse reply)
        : base(reply)
    {
    }

    /// <summary>The operation that was rejected, and the reason.</summary>
    public sealed override string Message => (field ??= Describe()) + AttemptsText;

    /// <summary>Builds the text of <see cref="Message"/>.</summary>
    protected abstract string Describe();

    /// <summary>Determines whether a response says of every part of a message that it was refused because of the rate. A part that is missing, or has an ID, may have been accepted.</summary>
    internal static bool AreThrottled<T>(int? announced, IReadOnlyCollection<T> parts, Func<T, bool> isThrottled, Func<T, string?> id) =>
        parts.Count > 0 && parts.Count == announced && parts.All(part => isThrottled(part) && string.IsNullOrEmpty(id(part)));

    /// <summary>Formats text from the server on one line and limits its length.</summary>
    /// <param name="words">The text.</param>
    protected static string OneLine(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return ErrorText.AppendLine(new StringBuilder(), words, MaxWords).ToString();
    }
}
