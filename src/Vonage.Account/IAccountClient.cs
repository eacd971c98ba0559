using Vonage.Core;

namespace Vonage.Account;

public partial interface IAccountClient
{
    /// <summary>Tops up the account. This requires auto-reload, which you enable in the dashboard.</summary>
    /// <param name="transactionReference">The transaction reference of the payment that enabled auto-reload.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the top-up.</returns>
    /// <exception cref="InvalidRequestException">The reference is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<TopUpResponse> TopUpAsync(string transactionReference, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the account settings.</summary>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<AccountSettings> GetSettingsAsync(RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
