using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Messages;

namespace Vonage.Testing.Control;

/// <summary>The outcomes by the words of the control API.</summary>
internal static class OutcomeTable
{
    public static readonly IReadOnlyDictionary<string, string[]> Statuses = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["sms"] = ["delivered", "failed", "rejected", "expired"],
        ["messages"] = ["delivered", "read", "rejected", "undeliverable"],
        ["calls"] = ["ringing", "answered", "machine", "busy", "rejected", "failed", "unanswered", "timeout", "cancelled"],
    };

    public static IEnumerable<JsonObject> List(SimulatedOutcomes outcomes) =>
    [
        .. outcomes.Sms.Select(each => Row("sms", each.Key, each.Value.Status.Value, each.Value.ErrorCode == 0 ? null : each.Value.ErrorCode.ToString(CultureInfo.InvariantCulture))),
        .. outcomes.Messages.Select(each => Row("messages", each.Key, each.Value.Status.Value, each.Value.ErrorCode?.Value)),
        .. outcomes.Calls.Select(each => Row("calls", each.Key, each.Value.Status.Value, null)),
    ];

    public static void Set(SimulatedOutcomes outcomes, string kind, string to, string status, string? errorCode)
    {
        if (!Statuses.TryGetValue(kind, out var known))
            throw new ArgumentException($"The kind of outcome must be one of {string.Join(", ", Statuses.Keys)}.");
        if (!known.Contains(status))
            throw new ArgumentException($"status must be one of {string.Join(", ", known)}.");
        // A number has only digits in requests, however a person writes it.
        to = PhoneNumber.Digits(to);
        switch (kind)
        {
            case "sms":
                outcomes.Sms[to] = OfSms(status, errorCode);
                break;
            case "messages":
                var outcome = OfMessage(status);
                outcomes.Messages[to] = errorCode is null ? outcome : outcome with { ErrorCode = new MessageErrorCode(errorCode) };
                break;
            default:
                outcomes.Calls[to] = OfCall(status);
                break;
        }
    }

    public static void Restore(SimulatedOutcomes outcomes, JsonArray rows)
    {
        foreach (var row in rows)
            Set(outcomes, $"{row!["kind"]}", $"{row["to"]}", $"{row["status"]}", row["error_code"]?.ToString());
    }

    public static bool Remove(SimulatedOutcomes outcomes, string kind, string to) => kind switch
    {
        "sms" => outcomes.Sms.Remove(PhoneNumber.Digits(to)),
        "messages" => outcomes.Messages.Remove(PhoneNumber.Digits(to)),
        "calls" => outcomes.Calls.Remove(PhoneNumber.Digits(to)),
        _ => false,
    };

    public static void Clear(SimulatedOutcomes outcomes)
    {
        outcomes.Sms.Clear();
        outcomes.Messages.Clear();
        outcomes.Calls.Clear();
    }

    private static SmsOutcome OfSms(string status, string? errorCode)
    {
        var usual = status switch
        {
            "failed" => SmsOutcome.Failed,
            "rejected" => SmsOutcome.Rejected,
            "expired" => SmsOutcome.Expired,
            _ => SmsOutcome.Delivered,
        };
        if (errorCode is null)
            return usual;
        return int.TryParse(errorCode, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? usual with { ErrorCode = code }
            : throw new ArgumentException("error_code of an SMS must be a whole number.");
    }

    private static MessageOutcome OfMessage(string status) => status switch
    {
        "read" => MessageOutcome.Read,
        "rejected" => MessageOutcome.Rejected,
        "undeliverable" => MessageOutcome.Undeliverable,
        _ => MessageOutcome.Delivered,
    };

    private static CallOutcome OfCall(string status) => status switch
    {
        "ringing" => CallOutcome.Ringing,
        "machine" => CallOutcome.Machine,
        "busy" => CallOutcome.Busy,
        "rejected" => CallOutcome.Rejected,
        "failed" => CallOutcome.Failed,
        "unanswered" => CallOutcome.Unanswered,
        "timeout" => CallOutcome.Timeout,
        "cancelled" => CallOutcome.Cancelled,
        _ => CallOutcome.Answered,
    };

    private static JsonObject Row(string kind, string to, string status, string? code)
    {
        var row = new JsonObject { ["kind"] = kind, ["to"] = to, ["status"] = status };
        if (code is not null)
            row["error_code"] = code;
        return row;
    }
}
