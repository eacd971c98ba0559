using Vonage.Core;

namespace Vonage.ProactiveConnect;

/// <content>CSV downloads and uploads with progress.</content>
public partial class ProactiveConnectClient
{
    private const string Csv = "text/csv";
    private const int BufferLength = 4096;

    /// <inheritdoc/>
    public virtual Task DownloadItemsAsync(string listId, Stream destination, IProgress<long> progress, SortOrder? order = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        DownloadAsync(listId, destination, progress, order, options, cancellationToken);

    /// <inheritdoc/>
    public virtual async Task DownloadItemsAsync(string listId, string path, IProgress<long>? progress = null, SortOrder? order = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        // Writes to a temporary file next to the target, so that readers never see a partial file and a failed download keeps the existing one.
        var part = path + "." + Guid.NewGuid().ToString("N") + ".part";
        try
        {
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferLength, useAsync: true))
                await DownloadAsync(listId, file, progress, order, options, cancellationToken).ConfigureAwait(false);
#if NET
            File.Move(part, path, overwrite: true);
#else
            File.Delete(path);
            File.Move(part, path);
#endif
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <inheritdoc/>
    public virtual Task<ItemsImport> UploadItemsAsync(string listId, Stream csv, IProgress<long>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UploadItemsAsync(listId, csv, "items.csv", progress, options, cancellationToken);

    /// <inheritdoc/>
    public virtual async Task<ItemsImport> UploadItemsAsync(string listId, string path, IProgress<long>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var csv = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength, useAsync: true);
        return await UploadItemsAsync(listId, csv, Path.GetFileName(path), progress, options, cancellationToken).ConfigureAwait(false);
    }

    private Task<ItemsImport> UploadItemsAsync(string listId, Stream csv, string fileName, IProgress<long>? progress, RequestOptions? options, CancellationToken cancellationToken) =>
        UploadItemsAsync(listId, new UploadItemsRequest { File = new FileContent(csv, fileName, Csv) { Progress = progress } }, options, cancellationToken);

    private Task DownloadAsync(string listId, Stream destination, IProgress<long>? progress, SortOrder? order, RequestOptions? options, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(DownloadItemsOperation, "/v0.1/bulk/lists/" + WireFormat.Segment("list_id", listId) + "/items/download", options)
            .Query("order", WireFormat.Text(order));
        request.Accept = Csv + ", application/octet-stream";
        return _api.DownloadAsync(request, destination, progress, cancellationToken);
    }
}
