using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Redact API: removes the text of a message from the inbox, and what a report's record has of persons. The hour that Vonage asks to wait is not waited for.</summary>
internal sealed class RedactState : ApiState
{
    // What records have of persons, by the names of their columns.
    private static readonly string[] Personal = ["from", "to", "number", "message_body", "text", "caller_name"];

    private readonly SharedState _shared;

    public RedactState(SharedState shared) : base("redact")
    {
        _shared = shared;
        On("redact", Redact);
    }

    private ExchangeResponse Redact(Exchange exchange)
    {
        var id = exchange.Text("id")!;
        if (exchange.Text("product") == "sms" && exchange.Text("type") is null)
            return exchange.Refuse("type", "is required for sms");
        var records = _shared.ReportRecords.Where(record => ReportsState.Id(record.Record) == id).ToList();
        foreach (var (_, record) in records)
        {
            foreach (var name in Personal.Where(record.ContainsKey))
                record[name] = string.Empty;
        }
        return _shared.Inbox.Redact(id) | records.Count > 0 || _shared.Calls.Exists(call => call.Uuid == id) || _shared.Verifications.Exists(verification => verification.Id == id)
            ? exchange.Success()
            : exchange.Error(404, $"ID '{id}' could not be found");
    }
}
