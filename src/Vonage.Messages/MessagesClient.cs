using Vonage.Core;

namespace Vonage.Messages;

/// <content>Convenience methods for messages.</content>
public partial class MessagesClient
{
    /// <inheritdoc/>
    public virtual Task<SentMessage> SendToSandboxAsync(OutboundMessage message, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var call = new ApiRequest(Sandbox.Send, "/v1/messages", requestOptions).Json(message);
        return _apiClient.SendAsync(call, SentMessage.JsonModelType.Read, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task MarkAsReadAsync(string messageId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(messageId, new UpdateMessageRequest { Status = MessageUpdateStatus.Read }, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task RevokeAsync(string messageId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(messageId, new UpdateMessageRequest { Status = MessageUpdateStatus.Revoked }, requestOptions, cancellationToken);

    private static class Sandbox
    {
        // The same operation, on a server that has only this one and no regions.
        public static readonly ApiOperation Send = new("Messages.send", "POST", "/v1/messages", new ApiServer("https://messages-sandbox.nexmo.com"), ApiAuthentication.Jwt, ApiAuthentication.Basic) { RefusesUnprocessed = true };
    }
}
