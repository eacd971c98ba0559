using System.Runtime.CompilerServices;

namespace Vonage.Core;

/// <summary>A list whose pages are requested.</summary>
/// <param name="path">The path of the list, which its tokens contain.</param>
/// <param name="first">The position of the first page.</param>
/// <param name="fetch">Requests the page at a position.</param>
/// <param name="cancellationToken">Cancels every enumeration.</param>
internal sealed class FetchedList<T>(string path, PagePosition first, Func<PagePosition, CancellationToken, Task<FetchedPage<T>>> fetch, CancellationToken cancellationToken) : PagedList<T>
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null) =>
        PagesAsync(continuationToken is null ? first : ContinuationToken.Read(path, continuationToken, isNumber: first.Value is not null), cancellationToken);

    private async IAsyncEnumerable<Page<T>> PagesAsync(PagePosition start, [EnumeratorCancellation] CancellationToken either)
    {
        for (PagePosition? next = start; next is { } position;)
        {
            var page = await fetch(position, either).ConfigureAwait(false);
            next = page.Next;
            yield return new Page<T>(page.Items, next is { } following ? ContinuationToken.Write(path, following) : null, page.TotalCount);
        }
    }
}
