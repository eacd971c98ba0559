using System.Globalization;
using System.Runtime.CompilerServices;

namespace Vonage.Core.Pipeline;

/// <summary>
/// Enumerates the items of a paged list. Pages are requested lazily: each page is requested when its first item is needed, until the
/// last page is reached or the caller stops. Each enumeration requests the pages again.
/// </summary>
public static class Paging
{
    /// <summary>Enumerates pages that are identified by a page number.</summary>
    /// <param name="fetch">Fetches the page with the given number.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="totalPages">Gets the total number of pages, if the page reports it.</param>
    /// <param name="totalItems">Gets the total number of items, if the page reports it. If neither total is known, the list ends with an empty page.</param>
    /// <param name="first">The number of the first page.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public static async IAsyncEnumerable<TItem> ByPage<TPage, TItem>(
        Func<int, CancellationToken, Task<TPage>> fetch,
        Func<TPage, IEnumerable<TItem>?> items,
        Func<TPage, int?>? totalPages,
        Func<TPage, int?>? totalItems,
        int first,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var count = 0;
        for (var number = first; ; number++)
        {
            var page = await fetch(number, cancellationToken).ConfigureAwait(false);
            var before = count;
            foreach (var item in items(page) ?? [])
            {
                count++;
                yield return item;
            }
            if (totalPages?.Invoke(page) is { } total ? number - first + 1 >= total : count == before || count >= totalItems?.Invoke(page))
                yield break;
        }
    }

    /// <summary>Enumerates pages that are identified by the index of their first item.</summary>
    /// <param name="fetch">Fetches the page that starts at the given index.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="totalItems">Gets the total number of items, if the page reports it. Otherwise the list ends with an empty page.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public static async IAsyncEnumerable<TItem> ByOffset<TPage, TItem>(
        Func<int, CancellationToken, Task<TPage>> fetch,
        Func<TPage, IEnumerable<TItem>?> items,
        Func<TPage, int?>? totalItems,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var offset = 0; ;)
        {
            var page = await fetch(offset, cancellationToken).ConfigureAwait(false);
            var before = offset;
            foreach (var item in items(page) ?? [])
            {
                offset++;
                yield return item;
            }
            if (offset == before || offset >= totalItems?.Invoke(page))
                yield break;
        }
    }

    /// <summary>Enumerates pages that are identified by the index of their first item and that contain the index of the next page.</summary>
    /// <param name="fetch">Fetches the page that starts at the given index.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="next">Gets the index of the next page from a page; <see langword="null"/> on the last page.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public static async IAsyncEnumerable<TItem> ByNextOffset<TPage, TItem>(
        Func<int, CancellationToken, Task<TPage>> fetch,
        Func<TPage, IEnumerable<TItem>?> items,
        Func<TPage, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var offset = 0; ;)
        {
            var page = await fetch(offset, cancellationToken).ConfigureAwait(false);
            foreach (var item in items(page) ?? [])
                yield return item;
            // A server that points back to an earlier page would cause an endless loop.
            if (!int.TryParse(next(page), NumberStyles.None, CultureInfo.InvariantCulture, out var following) || following <= offset)
                yield break;
            offset = following;
        }
    }

    /// <summary>Enumerates pages that contain a cursor to the next page. An empty page does not end the list.</summary>
    /// <param name="fetch">Fetches the page at the given cursor; the first page for <see langword="null"/>.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="next">Gets the cursor of the next page from a page; <see langword="null"/> on the last page.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public static async IAsyncEnumerable<TItem> ByCursor<TPage, TItem>(
        Func<string?, CancellationToken, Task<TPage>> fetch,
        Func<TPage, IEnumerable<TItem>?> items,
        Func<TPage, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? cursor = null;
        do
        {
            var page = await fetch(cursor, cancellationToken).ConfigureAwait(false);
            foreach (var item in items(page) ?? [])
                yield return item;
            var following = next(page);
            // A server that names the same page again would cause an endless loop.
            cursor = following == cursor ? null : following;
        }
        while (cursor is not null);
    }

    /// <summary>Gets the unescaped value of a query parameter from a link.</summary>
    public static string? ParameterOf(Uri? link, string name) => ParameterOf(link?.OriginalString, name);

    /// <summary>Gets the unescaped value of a query parameter from a link. Text that is not a link is returned as the value itself.</summary>
    public static string? ParameterOf(string? link, string name)
    {
        if (string.IsNullOrEmpty(link))
            return null;
        var start = link!.IndexOf('?');
        if (start < 0)
            return link.IndexOf('/') < 0 ? link : null;
        var end = link.IndexOf('#', start);
        foreach (var parameter in QueryBuilder.Parse(link.Substring(start + 1, (end < 0 ? link.Length : end) - start - 1)))
            if (parameter.Key == name)
                return parameter.Value;
        return null;
    }
}
