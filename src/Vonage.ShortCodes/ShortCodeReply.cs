using Vonage.Core;

namespace Vonage.ShortCodes;

/// <remarks>The client throws a <see cref="VonageShortCodeException"/> for a reply in which any part was refused: what it returns was taken whole.</remarks>
public partial class ShortCodeReply : IReplyCheck
{
    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply) =>
        Messages.Count > 0 && Messages.All(part => part.Status == VonageShortCodeException.Success) ? null : new VonageShortCodeException(reply, this);
}
