using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>A verification of Verify v1.</summary>
internal sealed class VerifyV1(string number, string sender, string workflow, TimeSpan life, VerificationCode code, DateTimeOffset startedAt)
{
    private static readonly Dictionary<string, string[]> Workflows = new(StringComparer.Ordinal)
    {
        ["1"] = ["sms", "tts", "tts"],
        ["2"] = ["sms", "sms", "tts"],
        ["3"] = ["tts", "tts"],
        ["4"] = ["sms", "sms"],
        ["5"] = ["sms", "tts"],
        ["6"] = ["sms"],
        ["7"] = ["tts"],
    };

    private readonly string[] _steps = StepsOf(workflow);
    private readonly List<JsonObject> _checks = [];
    private readonly string _eventId = Guid.NewGuid().ToString("N")[..16].ToUpperInvariant();
    private string _status = "IN PROGRESS";
    private DateTimeOffset? _endedAt;
    private DateTimeOffset _lastEventAt = startedAt;
    private int _taken = 1;

    /// <summary>The channels of a workflow.</summary>
    public static string[] StepsOf(string? workflow) => Workflows.GetValueOrDefault(workflow ?? "1", Workflows["1"]);

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public string Number { get; } = number;

    public string EventId => _eventId;

    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>The number of completed steps.</summary>
    public int Taken => _taken;

    public bool IsLive(DateTimeOffset now)
    {
        if (_endedAt is null && now >= StartedAt + life)
            End("EXPIRED", StartedAt + life);
        return _endedAt is null;
    }

    public void Cancel(DateTimeOffset now) => End("CANCELLED", now);

    /// <summary>Continues with the next step; false if there is none.</summary>
    public bool TryGoOn(DateTimeOffset now)
    {
        if (_taken == _steps.Length)
            return false;
        (_taken, _lastEventAt) = (_taken + 1, now);
        return true;
    }

    /// <summary>Checks a code, and returns whether this ends the verification.</summary>
    public (bool IsRight, bool IsOver) Check(string? typed, DateTimeOffset now)
    {
        var right = code.Check(typed);
        _checks.Add(new JsonObject { ["date_received"] = Times.Plain(now), ["code"] = typed, ["status"] = right ? "VALID" : "INVALID", ["ip_address"] = "" });
        if (right || code.IsUsedUp)
            End(right ? "SUCCESS" : "FAILED", now);
        return (right, _endedAt is not null);
    }

    public JsonObject Describe(string apiKey, DateTimeOffset now)
    {
        IsLive(now);
        var result = new JsonObject
        {
            ["request_id"] = Id,
            ["account_id"] = apiKey,
            ["status"] = _status,
            ["number"] = Number,
            ["price"] = "0.10000000",
            ["currency"] = "EUR",
            ["sender_id"] = sender,
            ["date_submitted"] = Times.Plain(StartedAt),
            ["first_event_date"] = Times.Plain(StartedAt),
            ["last_event_date"] = Times.Plain(_lastEventAt),
            ["checks"] = new JsonArray([.. _checks.Select(check => check.DeepClone())]),
            ["events"] = new JsonArray([.. _steps.Take(_taken).Select(step => new JsonObject { ["type"] = step, ["id"] = _eventId })]),
        };
        if (_endedAt is { } endedAt)
            result["date_finalized"] = Times.Plain(endedAt);
        return result;
    }

    private void End(string status, DateTimeOffset at) => (_status, _endedAt) = (status, at);
}
