using Vonage.Core;

namespace Flowroute.Routes;

public partial interface IFlowrouteRoutesClient
{
    /// <summary>Sets the primary route of a number.</summary>
    /// <param name="number">The number: digits only, starting with the country code.</param>
    /// <param name="routeId">The route ID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task UpdatePrimaryAsync(string number, string routeId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the failover route of a number, which is used when the primary route fails.</summary>
    /// <param name="number">The number: digits only, starting with the country code.</param>
    /// <param name="routeId">The route ID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task UpdateFailoverAsync(string number, string routeId, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
