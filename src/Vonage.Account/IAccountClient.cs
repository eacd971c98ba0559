using Vonage.Core;

namespace Vonage.Account;

public partial interface IAccountClient
{
    /// <summary>Tops up the account. It needs auto-reload, which is switched on in the dashboard.</summary>
    /// <param name="trx">The transaction reference of the payment with which auto-reload was switched on.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The payment was taken.</returns>
    /// <exception cref="InvalidRequestException">The reference is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<TopUpReply> TopUpAsync(string trx, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the secrets of the API key that the credentials hold.</summary>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The secrets, without their text.</returns>
    /// <exception cref="InvalidRequestException">The credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<ApiSecretList> ListSecretsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds a secret to the API key that the credentials hold.</summary>
    /// <param name="secret">The secret's text, 8 to 25 characters, with a lower case letter, an upper case letter and a digit at the least.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The secret exists now. Its text is not repeated.</returns>
    /// <exception cref="InvalidRequestException">The secret breaks its rule, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<ApiSecret> CreateSecretAsync(string secret, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the data of one secret of the API key that the credentials hold.</summary>
    /// <param name="secretId">The secret's id, a UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The secret, without its text.</returns>
    /// <exception cref="InvalidRequestException">The id is missing, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<ApiSecret> GetSecretAsync(string secretId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Revokes a secret of the API key that the credentials hold. The last one cannot be revoked.</summary>
    /// <param name="secretId">The secret's id, a UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The id is missing, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task RevokeSecretAsync(string secretId, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
