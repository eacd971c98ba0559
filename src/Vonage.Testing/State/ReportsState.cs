using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Reports API: the records that a test added, in pages or as the file of a report. A report is ready when it is asked for the second time.</summary>
internal sealed class ReportsState : ApiState
{
    private const int PageSize = 100;
    private const string Address = "https://api.nexmo.com";

    // What a request contains besides filters.
    private static readonly string[] NoFilters = ["product", "account_id", "date_start", "date_end", "cursor", "iv", "id", "include_message", "show_concatenated", "include_subaccounts", "callback_url"];

    private readonly SharedState _shared;
    private readonly ResourceList _reports = new("request_id");

    public ReportsState(SharedState shared) : base("reports")
    {
        _shared = shared;
        On("loadRecords", LoadRecords);
        On("requestReport", RequestReport);
        On("getReport", exchange => OfReport(exchange, report => exchange.SuccessWith(Advance(report))));
        On("cancelReport", exchange => OfReport(exchange, report => Cancel(exchange, report)));
        On("downloadReport", exchange => _shared.ReportFiles.TryGetValue(exchange.Path["file_id"], out var file) ? new ExchangeResponse(200) { ContentType = "application/octet-stream", Content = file } : exchange.Error(404));
    }

    private static bool IsRunning(JsonObject report) => ResourceList.Text(report, "request_status") is "PENDING" or "PROCESSING";

    private ExchangeResponse LoadRecords(Exchange exchange)
    {
        var asked = new JsonObject(exchange.Request.Query.Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)parameter.Value.ToString())));
        if (NeedsDirection(asked) && asked["id"] is null)
            return exchange.Refuse("direction", "is required for SMS and MESSAGES");
        if (!CursorPage.TryReadCursor(exchange.Query("cursor"), out var start))
            return exchange.Refuse("cursor", "must come from a link in a previous response");
        var found = Find(asked).ToList();
        var ids = exchange.Query("id")?.Split(',') ?? [];
        var page = new JsonObject
        {
            ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"{Address}/v2/reports/records" } },
            ["request_id"] = Guid.NewGuid().ToString(),
            ["request_status"] = "SUCCESS",
            ["received_at"] = _shared.Webhooks.Time(),
            ["items_count"] = found.Count,
            ["ids_not_found"] = string.Join(',', ids.Except(found.Select(Id))),
            ["product"] = exchange.Query("product"),
            ["records"] = new JsonArray([.. found.Skip(start).Take(PageSize).Select(record => record.DeepClone())]),
        };
        if (start + PageSize >= found.Count)
            return exchange.SuccessWith(page);
        var cursor = CursorPage.Cursor(start + PageSize);
        (page["cursor"], page["iv"]) = (cursor, Guid.NewGuid().ToString());
        page["_links"]!["next"] = new JsonObject { ["href"] = $"{Address}/v2/reports/records?cursor={Uri.EscapeDataString(cursor)}&iv={page["iv"]}" };
        return exchange.SuccessWith(page);
    }

    private ExchangeResponse RequestReport(Exchange exchange)
    {
        if (NeedsDirection(exchange.Body))
            return exchange.Refuse("direction", "is required for SMS and MESSAGES");
        var id = Guid.NewGuid().ToString();
        var report = exchange.Body.DeepClone().AsObject();
        (report["request_id"], report["request_status"]) = (id, "PENDING");
        (report["receive_time"], report["start_time"], report["items_count"]) = (_shared.Webhooks.Time(), _shared.Webhooks.Time(), 0);
        report["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"{Address}/v2/reports/{id}" } };
        var reply = exchange.SuccessWith(_reports.Add(report).DeepClone());
        if (exchange.Text("callback_url") is { } url)
        {
            Finish(report);
            _shared.Webhooks.Send(WebhookType.ReportReady, new Uri(url), HttpMethod.Post, report.DeepClone().AsObject());
        }

        return reply;
    }

    private JsonObject Advance(JsonObject report)
    {
        if (ResourceList.Text(report, "request_status") == "PENDING")
            report["request_status"] = "PROCESSING";
        else if (ResourceList.Text(report, "request_status") == "PROCESSING")
            Finish(report);
        return report;
    }

    private void Finish(JsonObject report)
    {
        var id = ResourceList.Text(report, "request_id")!;
        var found = Find(report).ToList();
        (report["request_status"], report["items_count"]) = ("SUCCESS", found.Count);
        report["_links"]!["download_report"] = new JsonObject { ["href"] = $"{Address}/v3/media/{id}" };
        _shared.ReportFiles[id] = Zip($"report_{report["product"]}_{report["account_id"]}_{_shared.Now:yyyyMMdd}.csv", found);
    }

    private static ExchangeResponse Cancel(Exchange exchange, JsonObject report)
    {
        if (!IsRunning(report))
            return exchange.Error(409, "The report is no longer running");
        report["request_status"] = "ABORTED";
        return exchange.SuccessWith(report);
    }

    private static byte[] Zip(string name, List<JsonObject> records)
    {
        List<string> columns = [.. records.SelectMany(record => record.Select(member => member.Key)).Distinct()];
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(CsvText.Write(columns, records.Select(record => columns.Select(column => record[column]?.ToString() ?? string.Empty))));
        }

        return file.ToArray();
    }

    private IEnumerable<JsonObject> Find(JsonObject asked)
    {
        var ids = asked["id"]?.ToString().Split(',');
        return _shared.ReportRecords.Where(each => each.Product == asked["product"]?.ToString()).Select(each => each.Record)
            .Where(record => ids is null || ids.Contains(Id(record)))
            .Where(record => IsInPeriod(record, asked))
            .Where(record => asked.All(filter => NoFilters.Contains(filter.Key) || filter.Key is "request_id" or "request_status" or "receive_time" or "start_time" or "items_count" or "_links" || record[filter.Key]?.ToString() == filter.Value?.ToString()));
    }

    private static bool IsInPeriod(JsonObject record, JsonObject asked)
    {
        if ((record["date_received"] ?? record["date_start"])?.ToString() is not { } text || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time))
            return true;
        return time >= (Time(asked["date_start"]) ?? time) && !(time >= Time(asked["date_end"]));
    }

    private static DateTimeOffset? Time(JsonNode? text) => text is null ? null : DateTimeOffset.Parse(text.ToString(), CultureInfo.InvariantCulture);

    private static bool NeedsDirection(JsonObject asked) => asked["product"]?.ToString() is "SMS" or "MESSAGES" && asked["direction"] is null;

    internal static string Id(JsonObject record) => (record["id"] ?? record["message_id"] ?? record["call_id"] ?? record["request_id"])?.ToString() ?? string.Empty;

    private ExchangeResponse OfReport(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) =>
        _reports.Find(exchange.Path["report_id"]) is { } report ? handler(report) : exchange.Error(404);
}
