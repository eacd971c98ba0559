using Vonage.Core;

namespace Vonage.Account;

public partial interface IAccountClient
{
    /// <summary>Tops up the account. This requires auto-reload, which you enable in the dashboard.</summary>
    /// <param name="transactionReference">The transaction reference of the payment that enabled auto-reload.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the top-up.</returns>
    /// <exception cref="InvalidRequestException">The reference is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<TopUpResponse> TopUpAsync(string transactionReference, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the secrets of the API key in the credentials.</summary>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The secrets, without their values.</returns>
    /// <exception cref="InvalidRequestException">The credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<ApiSecretList> ListSecretsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a secret for the API key in the credentials.</summary>
    /// <param name="secret">The value of the secret: 8 to 25 characters, with at least one lowercase letter, one uppercase letter and one digit.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The new secret, without its value.</returns>
    /// <exception cref="InvalidRequestException">The secret is not valid, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<ApiSecret> CreateSecretAsync(string secret, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a secret of the API key in the credentials.</summary>
    /// <param name="secretId">The secret ID, a UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The secret, without its value.</returns>
    /// <exception cref="InvalidRequestException">The ID is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<ApiSecret> GetSecretAsync(string secretId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Revokes a secret of the API key in the credentials. The last secret cannot be revoked.</summary>
    /// <param name="secretId">The secret ID, a UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The ID is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task RevokeSecretAsync(string secretId, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
