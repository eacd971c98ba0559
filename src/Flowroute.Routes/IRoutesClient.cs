using Vonage.Core;

namespace Flowroute.Routes;

public partial interface IRoutesClient
{
    /// <summary>Set the route that a number's calls take first.</summary>
    /// <param name="number">The number, digits only with the country code first.</param>
    /// <param name="routeId">The route's id.</param>
    /// <param name="options">What differs for this call: timeout, headers, host, credentials.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="InvalidRequestException">The request breaks a rule of the API. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error.</exception>
    Task UpdatePrimaryAsync(string number, string routeId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Set the route that a number's calls take when the first one fails.</summary>
    /// <param name="number">The number, digits only with the country code first.</param>
    /// <param name="routeId">The route's id.</param>
    /// <param name="options">What differs for this call: timeout, headers, host, credentials.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="InvalidRequestException">The request breaks a rule of the API. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error.</exception>
    Task UpdateFailoverAsync(string number, string routeId, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
