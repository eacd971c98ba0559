namespace Vonage.Core;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T>
{
    /// <summary>Initializes a new instance of the class, for tests.</summary>
    /// <param name="items">The items of the page.</param>
    /// <param name="continuationToken">The token of the next page; <see langword="null"/> on the last page.</param>
    /// <param name="totalCount">The number of items on all pages; <see langword="null"/> if it is unknown.</param>
    public Page(IReadOnlyList<T> items, string? continuationToken = null, long? totalCount = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        Items = items;
        ContinuationToken = continuationToken;
        TotalCount = totalCount;
    }

    /// <summary>The items of the page.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The token of the next page, for <see cref="PagedList{T}.AsPages"/>; <see langword="null"/> on the last page. It can be stored, and used in another process.</summary>
    public string? ContinuationToken { get; }

    /// <summary>The number of items on all pages; <see langword="null"/> if the API does not return it.</summary>
    public long? TotalCount { get; }
}
