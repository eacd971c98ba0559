using Vonage.Core;

namespace Vonage.Messages;

public partial interface IMessagesClient
{
    /// <summary>Marks a WhatsApp or RCS message that came in as read.</summary>
    /// <param name="messageUuid">The message, by the UUID that the inbound webhook gave.</param>
    /// <param name="options">Per-request options: timeout, headers, credentials and host. Set the host if the message is held in a region other than the client's.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task MarkAsReadAsync(string messageUuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes back an RCS message that was sent.</summary>
    /// <param name="messageUuid">The message, by the UUID that the answer to sending it gave.</param>
    /// <param name="options">Per-request options: timeout, headers, credentials and host. Set the host if the message is held in a region other than the client's.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task RevokeAsync(string messageUuid, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
