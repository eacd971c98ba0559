using Vonage.Core;

namespace Vonage.Messages;

public partial interface IMessagesClient
{
    /// <summary>
    /// Sends a message through the sandbox, <c>messages-sandbox.nexmo.com</c>, which delivers it to recipients that have joined the sandbox in the dashboard.
    /// </summary>
    /// <remarks>The sender is the sandbox's, so that you need none of your own. The sandbox accepts one message per second and 100 per month.</remarks>
    /// <param name="message">The message.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, credentials and host.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The ID of the accepted message.</returns>
    /// <exception cref="InvalidRequestException">The message violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<SentMessage> SendToSandboxAsync(OutboundMessage message, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Marks an inbound WhatsApp or RCS message as read.</summary>
    /// <param name="messageId">The message UUID from the inbound webhook.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, credentials and host. Set the host if the message is held in a region other than the client's.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task MarkAsReadAsync(string messageId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Revokes an RCS message that was sent.</summary>
    /// <param name="messageId">The message UUID that was returned when the message was sent.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, credentials and host. Set the host if the message is held in a region other than the client's.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task RevokeAsync(string messageId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
