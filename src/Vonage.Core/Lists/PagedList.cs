using System.Runtime.CompilerServices;

namespace Vonage.Core;

/// <summary>Creates lists for tests, in which a mock returns them in place of a client.</summary>
public static class PagedList
{
    /// <summary>Creates a list from pages. Every page but the last one needs a <see cref="Page{T}.ContinuationToken"/> of its own.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="pages">The pages.</param>
    public static PagedList<T> FromPages<T>(params Page<T>[] pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new GivenList<T>(pages);
    }

    private sealed class GivenList<T>(Page<T>[] pages) : PagedList<T>
    {
        public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null)
        {
            var before = continuationToken is null ? -1 : Array.FindIndex(pages, page => page.ContinuationToken == continuationToken);
            return continuationToken is not null && before < 0 ? throw ContinuationToken.Foreign() : PagesAsync(before + 1);
        }

        private async IAsyncEnumerable<Page<T>> PagesAsync(int first, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            foreach (var page in pages.Skip(first))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return page;
            }
        }
    }
}
