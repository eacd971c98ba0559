using Vonage.Core;

namespace Vonage.ProactiveConnect;

/// <content>CSV uploads.</content>
public partial class ProactiveConnectClient
{
    /// <inheritdoc/>
    public virtual Task<ItemsImport> UploadItemsAsync(string listId, Stream csv, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UploadItemsCoreAsync(listId, new UploadItemsRequest { File = new FileContent(csv, csv is FileStream file ? Path.GetFileName(file.Name) : "items.csv", "text/csv") { Progress = progress } }, requestOptions, cancellationToken);
}
