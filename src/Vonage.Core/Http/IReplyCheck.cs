namespace Vonage.Core;

/// <summary>A reply that can report a failure although its HTTP status says success.</summary>
public interface IReplyCheck
{
    /// <summary>The error to throw for this reply, or <see langword="null"/> when it reports a success.</summary>
    /// <param name="reply">The HTTP reply it came with. Its body's text is there only until this method returns.</param>
    Exception? FindError(ApiReply reply);
}
