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
            static page => page.Links?.Next is null || Unreadable(page) is not null ? null : $"{page.Cursor} {page.Iv}",
            Unreadable,
            "cursor",
            cancellationToken);
    }

    // Of an unknown product, all records are JSON.
    private static string? Unreadable(RecordSet page) =>
        (page.GetType() == typeof(RecordSet) ? null : Paging.FindUnreadable("records", page))
        ?? Paging.FindUnreadable("_links.next", page, page.Links)
        ?? Paging.FindUnreadable("cursor", page)
        ?? Paging.FindUnreadable("iv", page);

    /// <inheritdoc/>
    public virtual Task<Report> CreateReportAsync(CreateReportRequest request, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestReportAsync(request.For(VonageCredentials.AccountKey(request.AccountId, requestOptions, _apiClient)), requestOptions, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<Report> WaitForReportAsync(string reportId, WaitForReportOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) => Polling.WaitAsync(
        _apiClient,
        token => GetReportAsync(reportId, requestOptions, token),
        static report => Polling.IsPending<ReportStatus>(report.RequestStatus, ReportStatus.Pending, ReportStatus.Processing),
        options?.PollInterval ?? DefaultPollInterval,
        options?.Progress,
        cancellationToken);

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
