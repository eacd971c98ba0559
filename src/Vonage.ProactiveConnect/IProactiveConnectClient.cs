using Vonage.Core;

namespace Vonage.ProactiveConnect;

public partial interface IProactiveConnectClient
{
    /// <summary>Downloads the items of a list as CSV and reports progress.</summary>
    /// <param name="listId">The list ID, a UUID.</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="progress">Receives the number of bytes written so far, after each chunk.</param>
    /// <param name="order">The sort order. The default is ascending.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The list ID is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task DownloadItemsAsync(string listId, Stream destination, IProgress<long> progress, SortOrder? order = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Downloads the items of a list to a CSV file. An existing file is replaced. If the download fails, no partial file remains.</summary>
    /// <param name="listId">The list ID, a UUID.</param>
    /// <param name="path">The path of the file to write.</param>
    /// <param name="progress">Receives the number of bytes written so far, after each chunk.</param>
    /// <param name="order">The sort order. The default is ascending.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The list ID is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    Task DownloadItemsAsync(string listId, string path, IProgress<long>? progress = null, SortOrder? order = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds the items of a CSV file to a list. The file is streamed, not buffered in memory.</summary>
    /// <param name="listId">The list ID, a UUID.</param>
    /// <param name="csv">The CSV content, with the attribute names in the first line. The stream is read from its current position and stays open.</param>
    /// <param name="progress">Receives the number of bytes of the file sent so far, after each chunk.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The numbers of items that were added, changed and deleted.</returns>
    /// <exception cref="InvalidRequestException">The list ID is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The request failed, for example with status 422 if the file is malformed. The message contains the reasons.</exception>
    Task<ItemsImport> UploadItemsAsync(string listId, Stream csv, IProgress<long>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds the items of a CSV file to a list. The file is streamed, not buffered in memory.</summary>
    /// <param name="listId">The list ID, a UUID.</param>
    /// <param name="path">The path of the CSV file, with the attribute names in the first line.</param>
    /// <param name="progress">Receives the number of bytes of the file sent so far, after each chunk.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The numbers of items that were added, changed and deleted.</returns>
    /// <exception cref="InvalidRequestException">The list ID is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The request failed, for example with status 422 if the file is malformed. The message contains the reasons.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    Task<ItemsImport> UploadItemsAsync(string listId, string path, IProgress<long>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
