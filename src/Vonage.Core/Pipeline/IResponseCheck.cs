using System.ComponentModel;

namespace Vonage.Core.Pipeline;

/// <summary>A response that can report a failure although its HTTP status indicates success.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IResponseCheck
{
    /// <summary>Gets the exception to throw for this response; <see langword="null"/> if it reports success.</summary>
    /// <param name="reply">The HTTP response. The text of its body is available only until this method returns.</param>
    Exception? FindError(ApiResponse reply);
}
