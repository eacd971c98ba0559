using System.IO.Compression;
using System.Runtime.CompilerServices;
using Vonage.Core;

namespace Vonage.Reports;

/// <content>Records by product, waiting for a report, and reading it.</content>
public partial class ReportsClient
{
    private const int BufferSize = 81920;
    private static readonly TimeSpan DefaultPollInterval = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public virtual PagedList<IReportRecord> ListRecordsAsync(ReportProduct product, LoadRecordsOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        options ??= new LoadRecordsOptions();
        if (options.Id is null)
            DirectionRule.Check(product, options.Direction);
        var first = options.Copy();
        first.AccountId = VonageCredentials.AccountKey(options.AccountId, requestOptions, _apiClient);
        return Paging.ByCursor(
            _apiClient, LoadRecordsOperation, LoadRecordsOperation.PathTemplate,
            (position, token) => LoadRecordsAsync(product, At(first, position), requestOptions, token),
            RecordTypes.Of,
            null,
            static page => page.Links?.Next is null ? null : $"{page.Cursor} {page.Iv}",
            "cursor",
            cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<Report> CreateReportAsync(CreateReportRequest request, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestReportAsync(request.For(VonageCredentials.AccountKey(request.AccountId, requestOptions, _apiClient)), requestOptions, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual async Task<Report> WaitForReportAsync(string reportId, WaitForReportOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        options ??= new WaitForReportOptions();
        while (true)
        {
            var report = await GetReportAsync(reportId, requestOptions, cancellationToken).ConfigureAwait(false);
            options.Progress?.Report(report);
            if (report.RequestStatus != ReportStatus.Pending && report.RequestStatus != ReportStatus.Processing)
                return report;
            await Task.Delay(options.PollInterval ?? DefaultPollInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<IReportRecord> ReadRecordsAsync(Report report, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Links?.DownloadReport?.Href is not { } link)
            throw new InvalidOperationException($"The report has no file; its status is {report.RequestStatus}. Wait until it is SUCCESS or TRUNCATED.");
        return ReadAsync(report.Product.ToString(), link.OriginalString.Substring(link.OriginalString.LastIndexOf('/') + 1), requestOptions, cancellationToken);
    }

    // The start of a page has two parts.
    private static LoadRecordsOptions At(LoadRecordsOptions first, string? position)
    {
        if (position?.Split(' ') is not { Length: 2 } parts)
            return first;
        var next = first.Copy();
        (next.PageCursor, next.PageIv) = (parts[0], parts[1]);
        return next;
    }

    private async IAsyncEnumerable<IReportRecord> ReadAsync(string product, string fileId, RequestOptions? requestOptions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The directory of a ZIP file is at its end, so that only a complete file can be read.
        using var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await DownloadReportAsync(fileId, file, null, requestOptions, cancellationToken).ConfigureAwait(false);
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var text = new StreamReader(entry.Open());
            var rows = new CsvRows(text);
            var columns = await rows.NextAsync(cancellationToken).ConfigureAwait(false);
            while (columns is not null && await rows.NextAsync(cancellationToken).ConfigureAwait(false) is { } row)
                yield return RecordTypes.Read(product, CsvRows.Name(columns, row));
        }
    }
}
