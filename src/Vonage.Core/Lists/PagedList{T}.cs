namespace Vonage.Core;

/// <summary>
/// A list that the API returns page by page. Enumerate it to get the items of all pages, or call <see cref="AsPages"/> to get the pages. Each page is requested
/// when it is needed, and none after the enumeration stops.
/// </summary>
/// <remarks>Each enumeration requests the pages again.</remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class PagedList<T> : IAsyncEnumerable<T>
{
    /// <summary>Gets the pages of the list.</summary>
    /// <param name="continuationToken">The <see cref="Page{T}.ContinuationToken"/> of an earlier page, to continue after that page; <see langword="null"/> to start with the first page.</param>
    /// <returns>The pages, each of which is requested when it is needed.</returns>
    /// <exception cref="InvalidRequestException">The token does not belong to this list. Nothing was sent.</exception>
    /// <exception cref="ApiException">Thrown during enumeration: the API returned an error, could not be reached, or did not respond in time.</exception>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null);

    /// <summary>Enumerates the items of all pages.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ApiException">Thrown during enumeration: the API returned an error, could not be reached, or did not respond in time.</exception>
    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var item in page.Items)
                yield return item;
    }
}
