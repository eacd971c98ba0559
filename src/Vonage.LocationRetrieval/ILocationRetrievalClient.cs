using Vonage.Core;

namespace Vonage.LocationRetrieval;

public partial interface ILocationRetrievalClient
{
    /// <summary>Returns the area in which a device was last seen.</summary>
    /// <param name="phoneNumber">The mobile number in international format.</param>
    /// <param name="maxAge">The maximum age of the location, in whole seconds. With zero, the location is determined again; with <see langword="null"/>, its age does not matter.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The area: a <see cref="CircularArea"/> or a <see cref="PolygonalArea"/>.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <example>
    /// <code>
    /// using Vonage;
    /// using Vonage.LocationRetrieval;
    ///
    /// // The credentials are those of the environment.
    /// var client = new LocationRetrievalClient(VonageCredentials.FromEnvironment());
    /// var seen = await client.RetrieveAsync("447700900000", maxAge: TimeSpan.FromHours(1));
    /// if (seen.Location is CircularArea circle)
    ///     Console.WriteLine($"{circle.RadiusMeters} m around {circle.Center.Latitude}, {circle.Center.Longitude}");
    /// </code>
    /// </example>
    Task<DeviceLocation> RetrieveAsync(string phoneNumber, TimeSpan? maxAge = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
