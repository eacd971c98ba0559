using Vonage.Core;

namespace Vonage.ProactiveConnect;

/// <summary>Downloads and uploads of files.</summary>
public static class ProactiveConnectClientExtensions
{
    private const int BufferLength = 4096;

    /// <summary>Downloads the items of a list to a CSV file. An existing file is replaced. If the download fails, no partial file remains.</summary>
    /// <param name="client">The client.</param>
    /// <param name="listId">The list ID, a UUID.</param>
    /// <param name="path">The path of the file to write.</param>
    /// <param name="options">Optional parameters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The list ID is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task DownloadItemsToFileAsync(this IProactiveConnectClient client, string listId, string path, DownloadItemsOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);

        // Writes to a temporary file next to the target, so that readers never see a partial file and a failed download keeps the existing one.
        var part = path + "." + Guid.NewGuid().ToString("N") + ".part";
        try
        {
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferLength, useAsync: true))
                await client.DownloadItemsAsync(listId, file, options, requestOptions, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Adds the items of a CSV file to a list. The file is streamed, not buffered in memory.</summary>
    /// <param name="client">The client.</param>
    /// <param name="listId">The list ID, a UUID.</param>
    /// <param name="path">The path of the CSV file, with the attribute names in the first line.</param>
    /// <param name="progress">Receives the number of bytes of the file sent so far, after each chunk.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The numbers of items that were added, changed and deleted.</returns>
    /// <exception cref="InvalidRequestException">The list ID is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, such as status 422 for a malformed file. The message contains the reasons.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ItemsImport> UploadItemsFromFileAsync(this IProactiveConnectClient client, string listId, string path, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var csv = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength, useAsync: true);
        return await client.UploadItemsAsync(listId, csv, progress, requestOptions, cancellationToken).ConfigureAwait(false);
    }
}
