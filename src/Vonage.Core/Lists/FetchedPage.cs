namespace Vonage.Core;

/// <summary>A page that was requested, and the position of the next one; <see langword="null"/> on the last page.</summary>
internal readonly record struct FetchedPage<T>(IReadOnlyList<T> Items, long? TotalCount, PagePosition? Next);
