using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.Control;

/// <summary>The faults that were injected through the control API, by their number.</summary>
internal sealed class FaultTable(VonageSimulator simulator)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, (SimulatedFault Fault, JsonObject Description)> _faults = [];
    private long _lastId;

    public JsonObject Add(ControlRequest request)
    {
        var (session, to, channel) = (request.Session, request.Text("to"), request.Text("channel"));
        var hangsUp = request.Text("hang_up") == "true";
        var (status, delay) = (request.Whole("status_code", 200, 599), request.Whole("delay_ms", 0, 600_000));
        if (status is null && delay is null && !hangsUp)
            throw new ArgumentException("A fault needs status_code, delay_ms or hang_up.");
        var response = new SimulatedResponse
        {
            StatusCode = status,
            Body = request.Body["body"] is JsonObject or JsonArray ? request.Body["body"]!.ToJsonString() : request.Text("body"),
            Delay = TimeSpan.FromMilliseconds(delay ?? 0),
            HangUp = hangsUp,
        };
        if (request.Whole("retry_after", 0, 86_400) is { } seconds)
            response.Headers["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture);
        var fault = new SimulatedFault
        {
            Operation = request.Text("operation") ?? "*",
            Response = response,
            Times = request.Whole("times", 1, int.MaxValue),
            Probability = request.Number("probability") ?? 1,
            When = (session ?? to ?? channel) is null ? null : received =>
                SessionKey.Covers(session, SessionKey.Of(received)) && Is(received, "to", to) && Is(received, "channel", channel),
        };
        simulator.Inject(fault);
        var description = new JsonObject { ["operation"] = fault.Operation, ["probability"] = fault.Probability };
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("status_code", status), ("delay_ms", delay), ("hang_up", hangsUp ? true : null), ("times", fault.Times), ("session", session), ("to", to), ("channel", channel),
        })
        {
            if (value is not null)
                description[name] = value;
        }
        lock (_gate)
        {
            description["id"] = ++_lastId;
            _faults.Add(_lastId, (fault, description));
        }
        return description.DeepClone().AsObject();
    }

    /// <summary>The faults that are still in effect.</summary>
    public IReadOnlyList<JsonObject> List()
    {
        lock (_gate)
        {
            var active = simulator.Faults.ToHashSet(ReferenceEqualityComparer.Instance);
            foreach (var id in _faults.Where(each => !active.Contains(each.Value.Fault)).Select(each => each.Key).ToList())
                _faults.Remove(id);
            return [.. _faults.Values.Select(each => each.Description.DeepClone().AsObject())];
        }
    }

    public bool Remove(long id)
    {
        lock (_gate)
            return _faults.Remove(id, out var found) && simulator.Remove(found.Fault);
    }

    /// <summary>Removes the faults of a session, or all.</summary>
    public void Clear(string? session)
    {
        lock (_gate)
        {
            foreach (var (id, (fault, description)) in _faults.Where(each => session is null || each.Value.Description["session"]?.ToString() == session).ToList())
            {
                simulator.Remove(fault);
                _faults.Remove(id);
            }
        }
    }

    private static bool Is(ReceivedRequest request, string name, string? value) =>
        value is null || (request.Form?[name].ToString() ?? (request.Json as JsonObject)?[name]?.ToString()) == value;
}
