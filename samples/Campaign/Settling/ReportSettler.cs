using System.Net;
using Campaign.Store;
using Microsoft.Extensions.Logging;
using Vonage.Core;
using Vonage.Reports;

namespace Campaign.Settling;

/// <summary>Looks for messages of which nobody knows whether they were sent in the records of the Reports API: by number and time, and then by reference.</summary>
public sealed partial class ReportSettler(Recipients recipients, IReportsClient reports, ILogger<ReportSettler> logger)
{
    private const int PageSize = 200;
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(10);

    /// <summary>Settles what has a record. What has none stays unknown: that there is no record yet proves nothing.</summary>
    /// <param name="since">The first moment at which they became unknown.</param>
    /// <param name="until">The last one.</param>
    /// <returns>How many of them are still unknown, as far as could be asked.</returns>
    internal async Task<int> SettleAsync(string campaign, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var left = 0;
        long after = 0;
        while (await recipients.ListUnknownAsync(campaign, since, until, after, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            after = page[^1].Id;
            foreach (var one in page)
            {
                try
                {
                    if (await FindAsync(one, cancellationToken) is { } record)
                        await recipients.RecordReceiptAsync(one.Reference, record.MessageId, record.Status ?? "recorded", cancellationToken);
                    else
                        left++;
                }
                catch (ApiException error)
                {
                    CannotAsk(error.Message);
                    left++;
                    // An account that may not ask about one message may not ask about the others.
                    if (error.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                        return left;
                }
            }
        }

        return left;
    }

    private async Task<SmsRecord?> FindAsync(UnknownRecipient one, CancellationToken cancellationToken)
    {
        var options = new LoadRecordsOptions { Direction = ReportDirection.Outbound, To = one.Number, StartDate = one.Started - Before, EndDate = one.Started + After };
        SmsRecord? candidate = null;
        await foreach (var record in reports.ListRecordsAsync(ReportProduct.Sms, options, cancellationToken: cancellationToken))
        {
            if (record is not SmsRecord sms)
                continue;
            if (sms.ClientRef == one.Reference)
                return sms;
            // A record without a reference is of this message if it has the same sender, too. One with another reference is of another message.
            if (string.IsNullOrEmpty(sms.ClientRef) && sms.From == one.Sender)
                candidate = sms;
        }

        return candidate;
    }

    [LoggerMessage(LogLevel.Warning, "The Reports API cannot be asked about a message; it stays unknown. {Reason}")]
    private partial void CannotAsk(string reason);
}
