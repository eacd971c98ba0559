using System.ComponentModel;
using System.Globalization;

namespace Vonage.Core.Pipeline;

/// <summary>Creates the lists that generated operations return.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Paging
{
    /// <summary>Creates a list whose pages have numbers.</summary>
    /// <param name="client">The client that requests the pages.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="path">The path of the list.</param>
    /// <param name="fetch">Requests the page with a number.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="totalPages">Gets the number of pages, if the page reports it.</param>
    /// <param name="totalItems">Gets the number of items on all pages, if the page reports it. If neither total is known, the list ends with an empty page.</param>
    /// <param name="first">The number of the first page.</param>
    /// <param name="cancellationToken">Cancels every enumeration.</param>
    public static PagedList<TItem> ByPage<TPage, TItem>(
        ApiClient client,
        ApiOperation operation,
        string path,
        Func<int, CancellationToken, Task<TPage>> fetch,
        Func<TPage, IEnumerable<TItem>?> items,
        Func<TPage, int?>? totalPages,
        Func<TPage, int?>? totalItems,
        int first,
        CancellationToken cancellationToken) => new FetchedList<TItem>(
            reason => client.RefuseList(operation, path, reason),
            path,
            PagePosition.At(first),
            async (position, token) =>
            {
                var number = position.Number;
                var page = await fetch(number, token).ConfigureAwait(false);
                var list = ListOf(items(page));
                var seen = position.ItemsBefore + list.Count;
                var total = totalItems?.Invoke(page);
                if (totalPages?.Invoke(page) is not { } pages)
                    return new FetchedPage<TItem>(list, total, list.Count == 0 || seen >= total ? null : PagePosition.At(number + 1, seen));
                if ((long)number - first + 1 >= pages)
                    return new FetchedPage<TItem>(list, total, null);
                return list.Count > 0
                    ? new FetchedPage<TItem>(list, total, PagePosition.At(number + 1, seen))
                    : new FetchedPage<TItem>(list, total, null, $"The list does not end. Page {number} is empty, but the list claims to have {pages} pages.");
            },
            cancellationToken);

    /// <summary>Creates a list whose pages start at the index of their first item.</summary>
    /// <param name="client">The client that requests the pages.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="path">The path of the list.</param>
    /// <param name="fetch">Requests the page that starts at an index.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="totalItems">Gets the number of items on all pages, if the page reports it. Otherwise the list ends with an empty page.</param>
    /// <param name="cancellationToken">Cancels every enumeration.</param>
    public static PagedList<TItem> ByOffset<TPage, TItem>(
        ApiClient client,
        ApiOperation operation,
        string path,
        Func<int, CancellationToken, Task<TPage>> fetch,
        Func<TPage, IEnumerable<TItem>?> items,
        Func<TPage, int?>? totalItems,
        CancellationToken cancellationToken) => new FetchedList<TItem>(
            reason => client.RefuseList(operation, path, reason),
            path,
            PagePosition.At(0),
            async (position, token) =>
            {
                var page = await fetch(position.Number, token).ConfigureAwait(false);
                var list = ListOf(items(page));
                var next = (long)position.Number + list.Count;
                var total = totalItems?.Invoke(page);
                return new FetchedPage<TItem>(list, total, list.Count == 0 || next >= (total ?? int.MaxValue) ? null : PagePosition.At((int)next));
            },
            cancellationToken);

    /// <summary>Creates a list whose pages start at the index of their first item and contain the index of the next page.</summary>
    /// <param name="client">The client that requests the pages.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="path">The path of the list.</param>
    /// <param name="fetch">Requests the page that starts at an index.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="next">Gets the link to the next page, or its index; <see langword="null"/> on the last page.</param>
    /// <param name="unreadable">Gets the name of the link if a page without one has a link that cannot be read, so that it is not the last page.</param>
    /// <param name="parameter">The parameter of the link that contains the index.</param>
    /// <param name="cancellationToken">Cancels every enumeration.</param>
    public static PagedList<TItem> ByNextOffset<TPage, TItem>(
        ApiClient client,
        ApiOperation operation,
        string path,
        Func<int, CancellationToken, Task<TPage>> fetch,
        Func<TPage, IEnumerable<TItem>?> items,
        Func<TPage, string?> next,
        Func<TPage, string?> unreadable,
        string parameter,
        CancellationToken cancellationToken) => new FetchedList<TItem>(
            reason => client.RefuseList(operation, path, reason),
            path,
            PagePosition.At(0),
            async (position, token) =>
            {
                var page = await fetch(position.Number, token).ConfigureAwait(false);
                var list = ListOf(items(page));
                if (!int.TryParse(ParameterOf(next(page), parameter), NumberStyles.None, CultureInfo.InvariantCulture, out var following))
                    return new FetchedPage<TItem>(list, null, null, FaultOf(unreadable(page)));
                return following > position.Number
                    ? new FetchedPage<TItem>(list, null, PagePosition.At(following))
                    : new FetchedPage<TItem>(list, null, null, $"The list does not end. After the page at {position.Number}, it names the one at {following} as the next.");
            },
            cancellationToken);

    /// <summary>Creates a list whose pages contain a cursor to the next page. An empty page does not end the list.</summary>
    /// <param name="client">The client that requests the pages.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="path">The path of the list.</param>
    /// <param name="fetch">Requests the page at a cursor; the first page for <see langword="null"/>.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="totalItems">Gets the number of items on all pages, if the page reports it.</param>
    /// <param name="next">Gets the link to the next page, or its cursor; <see langword="null"/> on the last page.</param>
    /// <param name="unreadable">Gets the name of the link if a page without one has a link that cannot be read, so that it is not the last page.</param>
    /// <param name="parameter">The parameter of the link that contains the cursor.</param>
    /// <param name="cancellationToken">Cancels every enumeration.</param>
    public static PagedList<TItem> ByCursor<TPage, TItem>(
        ApiClient client,
        ApiOperation operation,
        string path,
        Func<string?, CancellationToken, Task<TPage>> fetch,
        Func<TPage, IEnumerable<TItem>?> items,
        Func<TPage, int?>? totalItems,
        Func<TPage, string?> next,
        Func<TPage, string?> unreadable,
        string parameter,
        CancellationToken cancellationToken) => new FetchedList<TItem>(
            reason => client.RefuseList(operation, path, reason),
            path,
            default,
            async (position, token) =>
            {
                var page = await fetch(position.Value, token).ConfigureAwait(false);
                var following = ParameterOf(next(page), parameter);
                return string.IsNullOrEmpty(following)
                    ? new FetchedPage<TItem>(ListOf(items(page)), totalItems?.Invoke(page), null, FaultOf(unreadable(page)))
                    : new FetchedPage<TItem>(ListOf(items(page)), totalItems?.Invoke(page), new PagePosition(following, 0));
            },
            cancellationToken);

    /// <summary>Finds out whether a field of a page could not be read.</summary>
    /// <param name="field">The path of the field on the wire.</param>
    /// <param name="owners">The objects on this path, from the page on.</param>
    /// <returns>The path; <see langword="null"/> if the field was read or is not there.</returns>
    public static string? FindUnreadable(string field, params ApiModel?[] owners)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(owners);
        var names = field.Split('.');
        for (var i = 0; i < owners.Length; i++)
            if (owners[i]?.Keeps(names[i]) == true)
                return field;
        return null;
    }

    /// <summary>Gets the items of a list that is not paged.</summary>
    /// <param name="sending">The request.</param>
    /// <param name="items">Gets the items of the response.</param>
    public static async Task<IReadOnlyList<TItem>> ItemsAsync<TReply, TItem>(Task<TReply> sending, Func<TReply, IEnumerable<TItem>?> items)
    {
        ArgumentNullException.ThrowIfNull(sending);
        return ListOf(items(await sending.ConfigureAwait(false)));
    }

    // The page is given first: only what follows is out of reach.
    private static string? FaultOf(string? unreadable) =>
        unreadable is null ? null : $"The list cannot be continued, because the field '{unreadable}' of its page cannot be read.";

    // Text that is not a link is the value itself.
    private static string? ParameterOf(string? link, string name)
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

    private static IReadOnlyList<T> ListOf<T>(IEnumerable<T>? items) => items switch
    {
        null => [],
        IReadOnlyList<T> list => list,
        _ => [.. items],
    };
}
