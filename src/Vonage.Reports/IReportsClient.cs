using Vonage.Core;

namespace Vonage.Reports;

public partial interface IReportsClient
{
    /// <summary>Lists the records of a product, one page at a time. For more than a few thousand records, create a report.</summary>
    /// <param name="product">The product.</param>
    /// <param name="options">The period and the filters. <see cref="LoadRecordsOptions.Direction"/> is required for SMS and messages, unless IDs are specified.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers and credentials.</param>
    /// <param name="cancellationToken">Cancels every enumeration.</param>
    /// <returns>The records: <see cref="SmsRecord"/> for <see cref="ReportProduct.Sms"/>, and so on.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">Thrown during enumeration: the API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">Thrown during enumeration: the API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">Thrown during enumeration: the API did not respond in time.</exception>
    /// <example>
    /// <code>
    /// using Vonage;
    /// using Vonage.Reports;
    ///
    /// // The credentials are those of the environment.
    /// var client = new ReportsClient(VonageCredentials.FromEnvironment());
    /// await foreach (var record in client.ListRecordsAsync(ReportProduct.Sms, new() { Direction = ReportDirection.Outbound }))
    ///     Console.WriteLine(record);
    /// </code>
    /// </example>
    PagedList<IReportRecord> ListRecordsAsync(ReportProduct product, LoadRecordsOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Requests a report. It is created in the background: see <see cref="WaitForReportAsync"/>.</summary>
    /// <param name="request">The product, the period and the filters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The report, which is not ready yet.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<Report> CreateReportAsync(CreateReportRequest request, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Waits until a report is ready, was canceled or has failed.</summary>
    /// <param name="reportId">The ID of the report.</param>
    /// <param name="options">How often to ask, and who is told.</param>
    /// <param name="requestOptions">The options of each request: timeout, headers and credentials.</param>
    /// <param name="cancellationToken">Ends the wait. The report is still created.</param>
    /// <returns>The report, with its final status.</returns>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<Report> WaitForReportAsync(string reportId, WaitForReportOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Downloads a report and reads its records one by one, so that memory does not depend on its size.</summary>
    /// <remarks>The compressed file is kept in a temporary file, which only this process can open, until the enumeration ends.</remarks>
    /// <param name="report">A report that is ready.</param>
    /// <param name="requestOptions">Per-request options: timeout (of the download), headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the download and the enumeration.</param>
    /// <returns>The records: <see cref="SmsRecord"/> for <see cref="ReportProduct.Sms"/>, and so on. Columns that have no property are in <see cref="IReportRecord.AdditionalProperties"/>.</returns>
    /// <exception cref="InvalidOperationException">The report has no file, because it is not ready or has failed.</exception>
    /// <exception cref="InvalidDataException">The file is not a ZIP file with comma-separated values, or is not complete.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    IAsyncEnumerable<IReportRecord> ReadRecordsAsync(Report report, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
