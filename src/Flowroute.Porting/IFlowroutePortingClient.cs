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
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<IReadOnlyList<PortOrder>> ListOrdersAsync(ListPortOrdersOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
