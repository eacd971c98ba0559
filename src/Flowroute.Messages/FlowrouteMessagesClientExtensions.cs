using Vonage.Core;

namespace Flowroute.Messages;

/// <summary>Short forms of requests.</summary>
public static class FlowrouteMessagesClientExtensions
{
    /// <summary>Sends a text message.</summary>
    /// <param name="client">The client.</param>
    /// <param name="from">The sender: a number of the account, digits only, starting with the country code.</param>
    /// <param name="to">The recipient's number: digits only, starting with the country code.</param>
    /// <param name="body">The text.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The ID of the message.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="FlowrouteApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static Task<MessageReference> SendAsync(this IFlowrouteMessagesClient client, string from, string to, string body, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.SendAsync(new SendMessageRequest(to, from) { Body = body }, requestOptions, cancellationToken);
    }
}
