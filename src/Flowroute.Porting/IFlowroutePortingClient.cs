using Vonage.Core;

namespace Flowroute.Porting;

public partial interface IFlowroutePortingClient
{
    /// <summary>Lists port orders.</summary>
    /// <param name="options">Optional parameters, such as the group of the port orders.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The port orders. The API documents only their IDs and statuses.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="FlowrouteApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <example>
    /// <code>
    /// using Flowroute;
    /// using Flowroute.Porting;
    ///
    /// // The credentials are those of the environment.
    /// var client = new FlowroutePortingClient(FlowrouteCredentials.FromEnvironment());
    /// foreach (var order in await client.ListOrdersAsync())
    ///     Console.WriteLine(order.Id);
    /// </code>
    /// </example>
    Task<IReadOnlyList<PortOrder>> ListOrdersAsync(ListPortOrdersOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
