using Vonage.Core;

namespace Flowroute.Messages;

public partial interface IFlowrouteMessagesClient
{
    /// <summary>Sends an SMS or MMS.</summary>
    /// <remarks>
    /// A message with media, or with <c>is_mms</c>, is an MMS: at most 750 kB in total, with files of at most 767,840 bytes. All other
    /// messages are SMS and require a text. The fields are sent as they are; with <see cref="FlowrouteClientOptions.SendMessagesAsDocuments"/>,
    /// they are sent in a JSON:API document.
    /// </remarks>
    /// <param name="request">The message.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The message was accepted. The ID identifies its message detail record.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="FlowrouteApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <example>
    /// <code>
    /// using Flowroute;
    /// using Flowroute.Messages;
    ///
    /// // The credentials are those of the environment.
    /// var client = new FlowrouteMessagesClient(FlowrouteCredentials.FromEnvironment());
    /// var sent = await client.SendAsync(new SendMessageRequest { From = "12061231234", To = "12065551234", Body = "Hello from C#" });
    /// Console.WriteLine(sent.Id);
    /// </code>
    /// </example>
    Task<MessageReference> SendAsync(SendMessageRequest request, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
