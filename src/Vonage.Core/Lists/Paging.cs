using System.Globalization;
using System.Runtime.CompilerServices;

namespace Vonage.Core;

/// <summary>
/// Follows a list from page to page: lazily (a page is fetched when its first item is asked for), until the pages end or the caller
/// stops. What comes back can be enumerated again, and then asks the API again.
/// </summary>
public static class Paging
{
    /// <summary>Pages that are numbered.</summary>
    /// <param name="fetch">Fetches the page of a number.</param>
    /// <param name="items">The page's items.</param>
    /// <param name="totalPages">How many pages there are, where the page says so.</param>
    /// <param name="totalItems">How many items there are on all pages, where the page says so. Where neither is known, the list ends with an empty page.</param>
    /// <param name="first">The first page's number.</param>
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

    /// <summary>Pages that start at an item's index.</summary>
    /// <param name="fetch">Fetches the page that starts at an index.</param>
    /// <param name="items">The page's items.</param>
    /// <param name="totalItems">How many items there are, where the page says so; else the list ends with an empty page.</param>
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

    /// <summary>Pages that start at an item's index, and of which each names the index of the next one.</summary>
    /// <param name="fetch">Fetches the page that starts at an index.</param>
    /// <param name="items">The page's items.</param>
    /// <param name="next">The index of the next page as the page writes it, <see langword="null"/> on the last.</param>
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
            // A server that leads back would keep us forever.
            if (!int.TryParse(next(page), NumberStyles.None, CultureInfo.InvariantCulture, out var following) || following <= offset)
                yield break;
            offset = following;
        }
    }

    /// <summary>Pages of which each names the next one. An empty page in the middle does not end the list.</summary>
    /// <param name="fetch">Fetches the page at a cursor, the first one for <see langword="null"/>.</param>
    /// <param name="items">The page's items.</param>
    /// <param name="next">The cursor of the next page, <see langword="null"/> on the last.</param>
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
            // A server that names the same page again would keep us forever.
            cursor = following == cursor ? null : following;
        }
        while (cursor is not null);
    }

    /// <summary>The value of a parameter in a link's query, unescaped. A text that is no link is the value itself.</summary>
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
