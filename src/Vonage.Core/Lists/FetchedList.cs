using System.Runtime.CompilerServices;

namespace Vonage.Core;

/// <summary>A list whose pages are requested. A list that would not end is an error.</summary>
/// <param name="refuse">Creates the exception for a list that cannot be used.</param>
/// <param name="path">The path of the list, which its tokens contain.</param>
/// <param name="first">The position of the first page.</param>
/// <param name="fetch">Requests the page at a position.</param>
/// <param name="cancellationToken">Cancels every enumeration.</param>
internal sealed class FetchedList<T>(Func<string, Exception> refuse, string path, PagePosition first, Func<PagePosition, CancellationToken, Task<FetchedPage<T>>> fetch, CancellationToken cancellationToken) : PagedList<T>
{
    private const int MaxEmptyPages = 1000;

    private bool HasCursors => first.Value is null;

    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null) =>
        PagesAsync(continuationToken is null ? first : ContinuationToken.Read(path, continuationToken, isNumber: !HasCursors), cancellationToken);

    private async IAsyncEnumerable<Page<T>> PagesAsync(PagePosition start, [EnumeratorCancellation] CancellationToken either)
    {
        // Numbers only grow; a cursor can come back after any number of pages.
        var cursors = HasCursors ? new HashSet<string?>(StringComparer.Ordinal) { start.Value } : null;
        var empty = 0;
        for (PagePosition? next = start; next is { } position;)
        {
            var page = await fetch(position, either).ConfigureAwait(false);
            next = page.Next;
            empty = page.Items.Count == 0 ? empty + 1 : 0;
            var fault = page.Fault ?? (next is { } one ? FindFault(one, cursors, empty) : null);
            yield return new Page<T>(page.Items, next is { } following && fault is null ? ContinuationToken.Write(path, following) : null, page.TotalCount);
            if (fault is not null)
                throw refuse(fault);
        }
    }

    private static string? FindFault(PagePosition next, HashSet<string?>? cursors, int empty)
    {
        if (cursors?.Add(next.Value) == false)
            return "The list does not end. It names a page as the next that was returned before.";
        return empty > MaxEmptyPages ? $"The list does not end. More than {MaxEmptyPages} pages in a row are empty." : null;
    }
}
