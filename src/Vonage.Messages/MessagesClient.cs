using Vonage.Core;

namespace Vonage.Messages;

/// <content>Convenience methods for messages.</content>
public partial class MessagesClient
{
    /// <inheritdoc/>
    public virtual Task MarkAsReadAsync(string messageUuid, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(messageUuid, new UpdateMessageRequest { Status = MessageUpdateStatus.Read }, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task RevokeAsync(string messageUuid, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(messageUuid, new UpdateMessageRequest { Status = MessageUpdateStatus.Revoked }, requestOptions, cancellationToken);
}
