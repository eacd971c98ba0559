using System.ComponentModel;

namespace Vonage.Core.Pipeline;

/// <summary>Polls a long-running operation of a server until it ends, for methods such as <c>WaitForReportAsync</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Polling
{
    /// <summary>Checks the time between two requests.</summary>
    /// <param name="interval">The time; <see langword="null"/> for the default.</param>
    /// <param name="name">The name of the property or parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not greater than zero, or is greater than 24 days.</exception>
    public static TimeSpan? CheckInterval(TimeSpan? interval, string name) =>
        interval is { } time ? TimerLimit.Check(time, name, mayBeInfinite: false) : null;

    /// <summary>Determines whether a status says that more is to come: it is one of the given ones, in whatever case, or missing.</summary>
    /// <typeparam name="T">The type of the status.</typeparam>
    /// <param name="status">The status.</param>
    /// <param name="pending">The statuses that are not the end. Every other one is, even if this version does not know it.</param>
    public static bool IsPending<T>(T? status, params T[] pending)
        where T : struct, IExtensibleEnum =>
        status?.Value is not { Length: > 0 } word || Array.Exists(pending, one => string.Equals(one.Value, word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets something until it has ended, by the clock of the client.</summary>
    /// <typeparam name="T">The type of what is waited for.</typeparam>
    /// <param name="client">The client; <see langword="null"/> for a client that is mocked.</param>
    /// <param name="get">Gets its state.</param>
    /// <param name="isPending">Whether it has not ended.</param>
    /// <param name="interval">The time between two requests.</param>
    /// <param name="progress">Receives the state after each request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The last state.</returns>
    public static async Task<T> WaitAsync<T>(ApiClient? client, Func<CancellationToken, Task<T>> get, Func<T, bool> isPending, TimeSpan interval, IProgress<T>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(get);
        ArgumentNullException.ThrowIfNull(isPending);
        while (true)
        {
            var state = await get(cancellationToken).ConfigureAwait(false);
            progress?.Report(state);
            if (!isPending(state))
                return state;
            await Platform.DelayAsync(client?.Clock ?? TimeProvider.System, interval, cancellationToken).ConfigureAwait(false);
        }
    }
}
