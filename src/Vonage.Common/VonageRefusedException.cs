using System.Text;
using Vonage.Core;

namespace Vonage;

/// <summary>An API answered with HTTP 200, and the reply itself says that the request was refused. Each such API has its own kind, which carries the whole reply.</summary>
public abstract class VonageRefusedException : VonageApiException
{
    private const int MaxWords = 200;

    /// <summary>The error that a reply reports.</summary>
    /// <param name="reply">The HTTP reply.</param>
    protected VonageRefusedException(ApiReply reply)
        : base(reply)
    {
    }

    /// <summary>Which operation was refused, and why.</summary>
    public sealed override string Message => field ??= Describe();

    /// <summary>Puts <see cref="Message"/> into words.</summary>
    protected abstract string Describe();

    /// <summary>Words that the server has chosen, on one line, and not more of them than a reader wants.</summary>
    /// <param name="words">The words.</param>
    protected static string OneLine(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return ErrorText.AppendLine(new StringBuilder(), words, MaxWords).ToString();
    }
}
