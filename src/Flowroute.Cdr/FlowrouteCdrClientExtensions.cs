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
    /// <exception cref="FlowrouteApiException">The API returned an error, or a response that cannot be used. You can wait again.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke. You can wait again.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time. You can wait again.</exception>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public static Task<CdrExport> WaitForExportAsync(this IFlowrouteCdrClient client, string exportId, TimeSpan? interval = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return Polling.WaitAsync(
            null,
            token => client.GetExportAsync(exportId, requestOptions, token),
            static export => Polling.IsPending<CdrExportStatus>(export.Status, CdrExportStatus.Processing),
            Polling.CheckInterval(interval, nameof(interval)) ?? StandardInterval,
            null,
            cancellationToken);
    }
}
