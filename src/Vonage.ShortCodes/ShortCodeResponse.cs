namespace Vonage.ShortCodes;

/// <remarks>The client throws a <see cref="VonageShortCodeException"/> if any part of the message was rejected. A returned reply means that all parts were accepted.</remarks>
public partial class ShortCodeResponse : IResponseCheck
{
    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) =>
        Messages.Count > 0 && Messages.All(part => part.Status == ShortCodeStatus.Success) ? null : new VonageShortCodeException(reply, this);
}
