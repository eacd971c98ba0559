using Vonage.Core;

namespace Vonage.WhatsAppProvisioning;

public partial interface IWhatsAppProvisioningClient
{
    /// <summary>Creates a sticker pack.</summary>
    /// <param name="deploymentId">The ID of the deployment.</param>
    /// <param name="request">The sticker pack.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The ID of the sticker pack.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<StickerPackReference> CreateStickerPackAsync(string deploymentId, CreateStickerPackRequest request, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a sticker pack.</summary>
    /// <param name="deploymentId">The ID of the deployment.</param>
    /// <param name="stickerPackId">The ID of the sticker pack.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The sticker pack.</returns>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<StickerPack> GetStickerPackAsync(string deploymentId, string stickerPackId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Adds a sticker to a sticker pack.</summary>
    /// <param name="deploymentId">The ID of the deployment.</param>
    /// <param name="stickerPackId">The ID of the sticker pack.</param>
    /// <param name="request">The sticker.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The index of the sticker.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<StickerReference> CreateStickerAsync(string deploymentId, string stickerPackId, CreateStickerRequest request, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a sticker.</summary>
    /// <param name="deploymentId">The ID of the deployment.</param>
    /// <param name="stickerPackId">The ID of the sticker pack.</param>
    /// <param name="stickerIndex">The index of the sticker in the sticker pack.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The sticker.</returns>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<Sticker> GetStickerAsync(string deploymentId, string stickerPackId, string stickerIndex, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a sticker.</summary>
    /// <param name="deploymentId">The ID of the deployment.</param>
    /// <param name="stickerPackId">The ID of the sticker pack.</param>
    /// <param name="stickerIndex">The index of the sticker in the sticker pack.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The sticker that was deleted.</returns>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<Sticker> DeleteStickerAsync(string deploymentId, string stickerPackId, string stickerIndex, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
