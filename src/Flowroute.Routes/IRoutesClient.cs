using Vonage.Core;

namespace Flowroute.Routes;

public partial interface IRoutesClient
{
    /// <summary>Set the route that a number's calls take first.</summary>
    /// <param name="number">The number, digits only with the country code first.</param>
    /// <param name="routeId">The route's id.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task UpdatePrimaryAsync(string number, string routeId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Set the route that a number's calls take when the first one fails.</summary>
    /// <param name="number">The number, digits only with the country code first.</param>
    /// <param name="routeId">The route's id.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task UpdateFailoverAsync(string number, string routeId, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
