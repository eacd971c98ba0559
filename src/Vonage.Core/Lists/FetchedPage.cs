namespace Vonage.Core;

/// <summary>A page that was requested, and the position of the next one; <see langword="null"/> on the last page, and where a fault is the reason that the list cannot go on.</summary>
internal readonly record struct FetchedPage<T>(IReadOnlyList<T> Items, long? TotalCount, PagePosition? Next, string? Fault = null);
