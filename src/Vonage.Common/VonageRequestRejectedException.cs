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

    /// <summary>Formats text from the server on one line and limits its length.</summary>
    /// <param name="words">The text.</param>
    protected static string OneLine(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return ErrorText.AppendLine(new StringBuilder(), words, MaxWords).ToString();
    }
}
