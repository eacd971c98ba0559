using Vonage.Core;

namespace Flowroute.Routes;

public partial interface IFlowrouteRoutesClient
{
    /// <summary>Sets the primary route of a number.</summary>
    /// <param name="number">The number: digits only, starting with the country code.</param>
    /// <param name="routeId">The route ID.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="FlowrouteApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task SetPrimaryRouteAsync(string number, string routeId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the failover route of a number, which is used when the primary route fails.</summary>
    /// <param name="number">The number: digits only, starting with the country code.</param>
    /// <param name="routeId">The route ID.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="FlowrouteApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task SetFailoverRouteAsync(string number, string routeId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
