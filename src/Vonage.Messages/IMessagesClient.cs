using Vonage.Core;

namespace Vonage.Messages;

public partial interface IMessagesClient
{
    /// <summary>Marks a WhatsApp or RCS message that came in as read.</summary>
    /// <param name="messageUuid">The message, by the UUID that the inbound webhook gave.</param>
    /// <param name="options">What differs for this call: timeout, headers, credentials, and the host, where another region than the client's holds the message.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ApiException">The API answered with an error.</exception>
    Task MarkAsReadAsync(string messageUuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes back an RCS message that was sent.</summary>
    /// <param name="messageUuid">The message, by the UUID that the answer to sending it gave.</param>
    /// <param name="options">What differs for this call: timeout, headers, credentials, and the host, where another region than the client's holds the message.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ApiException">The API answered with an error.</exception>
    Task RevokeAsync(string messageUuid, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
