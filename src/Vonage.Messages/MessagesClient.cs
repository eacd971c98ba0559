using Vonage.Core;

namespace Vonage.Messages;

/// <content>Convenience methods for messages.</content>
public partial class MessagesClient
{
    /// <inheritdoc/>
    public virtual Task MarkAsReadAsync(string messageId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(messageId, new UpdateMessageRequest { Status = MessageUpdateStatus.Read }, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task RevokeAsync(string messageId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(messageId, new UpdateMessageRequest { Status = MessageUpdateStatus.Revoked }, requestOptions, cancellationToken);
}
