using Vonage.Core;

namespace Vonage.ProactiveConnect;

public partial interface IProactiveConnectClient
{
    /// <summary>Adds the items of a CSV file to a list. The file is streamed, not buffered in memory.</summary>
    /// <param name="listId">The list ID, a UUID.</param>
    /// <param name="csv">The CSV content, with the attribute names in the first line. The stream is read from its current position and stays open.</param>
    /// <param name="progress">Receives the number of bytes of the file sent so far, after each chunk.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The numbers of items that were added, changed and deleted.</returns>
    /// <exception cref="InvalidRequestException">The list ID is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, such as status 422 for a malformed file. The message contains the reasons.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<ItemsImport> UploadItemsAsync(string listId, Stream csv, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
