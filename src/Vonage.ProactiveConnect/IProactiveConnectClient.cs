using Vonage.Core;

namespace Vonage.ProactiveConnect;

public partial interface IProactiveConnectClient
{
    /// <summary>Downloads a list's items as CSV, piece by piece as they come, and tells how far it is.</summary>
    /// <param name="listId">The list, by its id, a UUID.</param>
    /// <param name="destination">Where the bytes are written to. It stays open.</param>
    /// <param name="progress">Is told the number of bytes written so far, after each piece.</param>
    /// <param name="order">Ascending or descending. Ascending unless told otherwise.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The list's id is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task DownloadItemsAsync(string listId, Stream destination, IProgress<long> progress, BulkSortOrder? order = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Downloads a list's items into a CSV file, which is made anew. Where the download fails, no half a file is left.</summary>
    /// <param name="listId">The list, by its id, a UUID.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="progress">Is told the number of bytes written so far, after each piece.</param>
    /// <param name="order">Ascending or descending. Ascending unless told otherwise.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The list's id is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    Task DownloadItemsAsync(string listId, string path, IProgress<long>? progress = null, BulkSortOrder? order = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds the items of a CSV file to a list. The file is sent as it is read, not held in memory.</summary>
    /// <param name="listId">The list, by its id, a UUID.</param>
    /// <param name="csv">The file, with the attributes' names in its first line. It is read from where the stream stands, and stays open.</param>
    /// <param name="progress">Is told the number of the file's bytes sent so far, after each piece.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>How many items were added, changed and deleted.</returns>
    /// <exception cref="InvalidRequestException">The list's id is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error: 422 where the file is malformed, with the reasons in the message.</exception>
    Task<ItemsImport> UploadItemsAsync(string listId, Stream csv, IProgress<long>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds the items of a CSV file to a list. The file is sent as it is read, not held in memory.</summary>
    /// <param name="listId">The list, by its id, a UUID.</param>
    /// <param name="path">The file, with the attributes' names in its first line.</param>
    /// <param name="progress">Is told the number of the file's bytes sent so far, after each piece.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>How many items were added, changed and deleted.</returns>
    /// <exception cref="InvalidRequestException">The list's id is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error: 422 where the file is malformed, with the reasons in the message.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    Task<ItemsImport> UploadItemsAsync(string listId, string path, IProgress<long>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
