using Vonage.Core;

namespace Vonage.WhatsAppProvisioning;

/// <content>The API returns one sticker pack or sticker in a list; for the caller it is one.</content>
public partial class WhatsAppProvisioningClient
{
    /// <inheritdoc/>
    public virtual Task<StickerPackReference> CreateStickerPackAsync(string deploymentId, CreateStickerPackRequest request, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        OnlyAsync(CreateStickerPacksOperation, CreateStickerPacksAsync(deploymentId, request, requestOptions, cancellationToken));

    /// <inheritdoc/>
    public virtual Task<StickerPack> GetStickerPackAsync(string deploymentId, string stickerPackId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        OnlyAsync(GetStickerPackOperation, GetStickerPackCoreAsync(deploymentId, stickerPackId, requestOptions, cancellationToken));

    /// <inheritdoc/>
    public virtual Task<StickerReference> CreateStickerAsync(string deploymentId, string stickerPackId, CreateStickerRequest request, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        OnlyAsync(CreateStickersOperation, CreateStickersAsync(deploymentId, stickerPackId, request, requestOptions, cancellationToken));

    /// <inheritdoc/>
    public virtual Task<Sticker> GetStickerAsync(string deploymentId, string stickerPackId, string stickerIndex, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        OnlyAsync(GetStickerOperation, GetStickerCoreAsync(deploymentId, stickerPackId, stickerIndex, requestOptions, cancellationToken));

    /// <inheritdoc/>
    public virtual Task<Sticker> DeleteStickerAsync(string deploymentId, string stickerPackId, string stickerIndex, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        OnlyAsync(DeleteStickerOperation, DeleteStickerCoreAsync(deploymentId, stickerPackId, stickerIndex, requestOptions, cancellationToken));

    private static async Task<T> OnlyAsync<T>(ApiOperation operation, Task<IReadOnlyList<T>> sending)
    {
        var all = await sending.ConfigureAwait(false);
        return all.Count > 0
            ? all[0]
            : throw new VonageApiException(new ApiResponse(operation.Name, operation.Method, operation.PathTemplate, System.Net.HttpStatusCode.OK, "[]"), "The list in the response is empty.");
    }
}
