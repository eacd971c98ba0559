using Vonage.Core;

namespace Vonage.Messages;

/// <content>Convenience methods for messages.</content>
public partial class MessagesClient
{
    // The same operation as SendOperation, on a server that has only this one and no regions.
    private static readonly ApiOperation SendToSandboxOperation = new("Messages.sendToSandbox", "POST", "/v1/messages", new ApiServer("https://messages-sandbox.nexmo.com"), ApiAuthentication.Jwt, ApiAuthentication.Basic) { RefusesUnprocessed = true };

    /// <inheritdoc/>
    public virtual Task<SentMessage> SendToSandboxAsync(OutboundMessage message, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var call = new ApiRequest(SendToSandboxOperation, "/v1/messages", requestOptions).Json(message);
        return _apiClient.SendAsync(call, SentMessage.JsonModelType.Read, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task MarkAsReadAsync(string messageId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(messageId, new UpdateMessageRequest { Status = MessageUpdateStatus.Read }, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task RevokeAsync(string messageId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(messageId, new UpdateMessageRequest { Status = MessageUpdateStatus.Revoked }, requestOptions, cancellationToken);
}
