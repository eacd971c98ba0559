using Vonage.Core;

namespace Flowroute.Cdr;

/// <summary>Methods that combine several requests.</summary>
public static class FlowrouteCdrClientExtensions
{
    private static readonly TimeSpan StandardInterval = TimeSpan.FromSeconds(5);

    /// <summary>Waits until an export is no longer in progress, by requesting it again and again. To limit the time, cancel.</summary>
    /// <param name="client">The client.</param>
    /// <param name="exportId">The export ID.</param>
    /// <param name="interval">The pause between two requests. The default is 5 seconds.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the wait. The export itself continues.</param>
    /// <returns>The export. Check its <see cref="CdrExport.Status"/>: a failed export is returned too.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not greater than zero.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time. You can wait again.</exception>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public static async Task<CdrExport> WaitForExportAsync(this IFlowrouteCdrClient client, string exportId, TimeSpan? interval = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (interval <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(interval), interval, "The interval must be greater than zero.");
        while (true)
        {
            var export = await client.GetExportAsync(exportId, requestOptions, cancellationToken).ConfigureAwait(false);
            if (export.Status != CdrExportStatus.Processing)
                return export;
            await Task.Delay(interval ?? StandardInterval, cancellationToken).ConfigureAwait(false);
        }
    }
}
