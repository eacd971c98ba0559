using Vonage.Core;

namespace Vonage.Numbers;

public partial interface INumbersClient
{
    /// <summary>Buys a number. It is charged now and every month until it is canceled.</summary>
    /// <param name="country">The country of the number (ISO 3166-1 alpha-2).</param>
    /// <param name="msisdn">The number, as returned by the search.</param>
    /// <param name="targetApiKey">The API key of the subaccount that buys the number. The default is the account itself.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the purchase.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, such as status 420 for a number that is not available.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<NumberResponse> BuyAsync(string country, string msisdn, string? targetApiKey = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Cancels a number. Another customer may then buy it.</summary>
    /// <param name="country">The country of the number (ISO 3166-1 alpha-2).</param>
    /// <param name="msisdn">The number: digits only, starting with the country code.</param>
    /// <param name="targetApiKey">The API key of the subaccount that owns the number. The default is the account itself.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the cancellation.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<NumberResponse> CancelAsync(string country, string msisdn, string? targetApiKey = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
