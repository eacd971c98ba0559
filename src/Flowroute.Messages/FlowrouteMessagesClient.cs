using Vonage.Core;

namespace Flowroute.Messages;

/// <content>The two forms of a message.</content>
public partial class FlowrouteMessagesClient
{
    /// <inheritdoc/>
    public virtual Task<MessageReference> SendAsync(SendMessageRequest request, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        if (_apiClient is not FlowrouteApiClient { SendsMessagesAsDocuments: true })
            return SendCoreAsync(request, requestOptions, cancellationToken);
        ArgumentNullException.ThrowIfNull(request);
        var call = new ApiRequest(SendOperation, SendOperation.PathTemplate, requestOptions) { Accept = "application/vnd.api+json" }
            .Json(new SendMessageDocument(request), "application/vnd.api+json");
        return _apiClient.SendAsync(call, MessageReference.JsonModelType.Read, cancellationToken);
    }
}
