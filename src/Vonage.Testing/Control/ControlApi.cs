using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Vonage.Simulation;
using Vonage.Testing.Page;
using Vonage.Testing.State;

namespace Vonage.Testing.Control;

/// <summary>
/// The HTTP API under <c>/_simulator/v1</c>, which <c>specs/simulator.yaml</c> documents, and the page. The engine has already refused what comes
/// under the name of another host or from the page of another site.
/// </summary>
internal sealed class ControlApi(VonageSimulator simulator, SharedState shared)
{
    /// <summary>The path below which files of the APIs are served.</summary>
    public const string Files = Prefix + "/v1/files";

    private const string Prefix = "/_simulator";
    private const int MostListed = 1000;
    private const int UsuallyListed = 100;
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(10);

    private static readonly Lazy<string> Document = new(() =>
    {
        using var reader = new StreamReader(typeof(ControlApi).Assembly.GetManifestResourceStream("control/simulator.yaml")!);
        return reader.ReadToEnd();
    });

    private readonly FaultTable _faults = new(simulator);
    private readonly InboundTraffic _inbound = new(shared.Webhooks);
    private SimulatorPage? _page;

    private SimulatedWebhooks Webhooks => shared.Webhooks;

    public FaultTable Faults => _faults;

    /// <summary>Handles a request to the page or under the reserved prefix; returns false for any other.</summary>
    public async Task<bool> TryHandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Path;
        if (shared.Options.ServesPage && path == "/" && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            _page ??= new SimulatorPage(simulator, shared, this);
            await _page.WriteAsync(context, cancellationToken).ConfigureAwait(false);
            return true;
        }
        if (!path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase, out var rest))
            return false;
        if (rest == "/v1/events" && HttpMethods.IsGet(context.Request.Method))
            await EventStream.WriteAsync(context.Response, shared.Changes, cancellationToken).ConfigureAwait(false);
        else if (shared.Options.ServesPage && rest.StartsWithSegments("/assets", out var name))
            await PageAssets.WriteAsync(context, name.Value!.TrimStart('/'), cancellationToken).ConfigureAwait(false);
        else
            await (await AnswerAsync(context, cancellationToken).ConfigureAwait(false)).WriteAsync(context.Response, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<ControlReply> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            var request = await ControlRequest.ReadAsync(context.Request, cancellationToken).ConfigureAwait(false);
            SessionKey.Current = request.Session ?? context.Request.Headers[SessionKey.Header].FirstOrDefault();
            return request.Segments is not ["v1", .. var segments]
                ? ControlReply.NotFound($"The control API is at {Prefix}/v1.")
                : await RouteAsync(request, segments, cancellationToken).ConfigureAwait(false)
                    ?? ControlReply.NotFound($"The control API has no {request.Method} {context.Request.Path}. {Prefix}/v1/openapi.yaml lists what it has.");
        }
        catch (Exception error) when (error is ArgumentException or InvalidDataException or (IOException and not BadHttpRequestException) or JsonException or Newtonsoft.Json.JsonException)
        {
            // The name of a parameter in C# says nothing here.
            return ControlReply.Problem(StatusCodes.Status400BadRequest, "Bad Request", error.Message.Split(" (Parameter '")[0]);
        }
        catch (InvalidOperationException error)
        {
            return ControlReply.Problem(StatusCodes.Status409Conflict, "Conflict", error.Message);
        }
    }

    private async Task<ControlReply?> RouteAsync(ControlRequest request, string[] path, CancellationToken cancellationToken) => (request.Method, path) switch
    {
        ("GET", ["health"]) => ControlReply.Json(new JsonObject { ["status"] = "ok" }),
        ("GET", ["openapi.yaml"]) => new ControlReply(StatusCodes.Status200OK, "application/yaml; charset=utf-8", Document.Value),
        ("GET", ["files", .., var name]) => ControlReply.File(name),
        ("GET", ["messages"]) => List("messages", Messages(request), ControlJson.Of, request),
        ("GET", ["messages", "wait"]) => await WaitAsync(request, () => Messages(request).FirstOrDefault(), ControlJson.Of, () => Messages(request, isWhole: false).Select(message => $"{message.Channel} to {message.To}"), cancellationToken).ConfigureAwait(false),
        ("GET", ["messages", var id]) => Found(id == "latest" ? Messages(request).LastOrDefault() : shared.Inbox.Messages.FirstOrDefault(message => $"{message.Id}" == id || message.MessageIds.Contains(id)), ControlJson.Of),
        ("POST", ["messages"]) => await ReceiveAsync(request, cancellationToken).ConfigureAwait(false),
        ("POST", ["messages", "read"]) => Done(() => shared.Inbox.MarkRead(Messages(request).ToHashSet().Contains)),
        ("DELETE", ["messages"]) => Done(() => shared.Inbox.Remove(Messages(request).ToHashSet().Contains)),
        ("DELETE", ["messages", var id]) => Done(() => shared.Inbox.Remove(message => $"{message.Id}" == id)),
        ("GET", ["codes"]) => List("codes", Codes(request), ControlJson.Of, request),
        ("GET", ["codes", "wait"]) => await WaitAsync(request, () => Codes(request).LastOrDefault(), ControlJson.Of, () => shared.Inbox.Verifications.Select(code => code.To), cancellationToken).ConfigureAwait(false),
        ("GET", ["codes", "latest"]) => Found(Codes(request).LastOrDefault(), ControlJson.Of),
        ("GET", ["calls"]) => List("calls", Calls(request), Describe, request),
        ("GET", ["calls", "wait"]) => await WaitAsync(request, () => Calls(request).FirstOrDefault(), Describe, () => Webhooks.Calls.Select(call => $"{call.From} → {call.To}"), cancellationToken).ConfigureAwait(false),
        ("POST", ["calls"]) => ControlReply.Json(Describe(await Webhooks.ReceiveCallAsync(request.Required("from"), request.Required("to"), cancellationToken).ConfigureAwait(false)), StatusCodes.Status201Created),
        ("GET", ["calls", var id]) => Found(Call(id), Describe),
        ("POST", ["calls", var id, var action]) => await ActAsync(request, Call(id), action, cancellationToken).ConfigureAwait(false),
        ("GET", ["requests"]) => List("requests", Requests(request), ControlJson.Of, request),
        ("GET", ["requests", "wait"]) => await WaitAsync(request, () => Requests(request).FirstOrDefault(), ControlJson.Of, () => simulator.Requests.Select(each => each.Operation ?? each.Path), cancellationToken).ConfigureAwait(false),
        ("GET", ["requests", var id]) => Found(Request(id), ControlJson.Of),
        ("GET", ["requests", var id, "curl"]) => Request(id) is { } found ? ControlReply.PlainText(RequestExport.Curl(found, simulator.Address)) : ControlReply.NotFound("No request has this number."),
        ("GET", ["requests", var id, "csharp"]) => Request(id) is { } found ? ControlReply.PlainText(RequestExport.CSharp(found, simulator.Address)) : ControlReply.NotFound("No request has this number."),
        ("GET", ["webhooks"]) => List("webhooks", Sent(request), ControlJson.Of, request),
        ("GET", ["webhooks", "wait"]) => await WaitAsync(request, () => Sent(request).FirstOrDefault(), ControlJson.Of, () => Webhooks.Sent.Select(sent => sent.Type.ToString()), cancellationToken).ConfigureAwait(false),
        ("GET", ["webhooks", var id]) => Found(Webhook(id), ControlJson.Of),
        ("POST", ["webhooks", var id, "send"]) => await RepeatAsync(request, Webhook(id), cancellationToken).ConfigureAwait(false),
        ("GET", ["outcomes"]) => ControlReply.Json(new JsonObject { ["outcomes"] = new JsonArray([.. OutcomeTable.List(Webhooks.Outcomes)]) }),
        ("PUT" or "POST", ["outcomes"]) => Done(() => OutcomeTable.Set(Webhooks.Outcomes, request.Required("kind"), request.Text("to") ?? "*", request.Required("status"), request.Text("error_code")), Changes.Outcomes),
        ("DELETE", ["outcomes"]) => Done(() => RemoveOutcomes(request), Changes.Outcomes),
        ("GET", ["faults"]) => ControlReply.Json(new JsonObject { ["faults"] = new JsonArray([.. _faults.List()]) }),
        ("POST", ["faults"]) => Changed(ControlReply.Json(_faults.Add(request), StatusCodes.Status201Created), Changes.Outcomes),
        ("DELETE", ["faults"]) => Done(() => _faults.Clear(request.Session), Changes.Outcomes),
        ("DELETE", ["faults", var id]) => long.TryParse(id, CultureInfo.InvariantCulture, out var number) && _faults.Remove(number) ? Changed(ControlReply.NoContent, Changes.Outcomes) : ControlReply.NotFound("No fault has this number, or it is used up."),
        ("POST", ["reset"]) => Done(() => Reset(request.Session), Changes.All),
        ("GET", ["export"]) => Export(request),
        _ => null,
    };

    /// <summary>Removes what belongs to a session, or everything that was recorded and set. The account, applications and numbers remain.</summary>
    private void Reset(string? session)
    {
        shared.Inbox.Remove(message => SessionKey.Covers(session, message.Session));
        shared.Inbox.RemoveVerifications(code => SessionKey.Covers(session, code.Session));
        simulator.Requests.Remove(request => SessionKey.Covers(session, SessionKey.Of(request)));
        Webhooks.Forget((SentWebhook sent) => SessionKey.Covers(session, sent.Session));
        Webhooks.Forget((SimulatedCall call) => SessionKey.Covers(session, call.Session));
        _faults.Clear(session);
        if (session is not null)
            return;
        OutcomeTable.Clear(Webhooks.Outcomes);
        simulator.ResetResponses();
    }

    private IEnumerable<InboxMessage> Messages(ControlRequest request, bool isWhole = true)
    {
        var (from, to, number, channel, direction) = (request.Text("from"), request.Text("to"), request.Text("number"), request.Text("channel"), request.Text("direction"));
        var (text, status, after, search) = (request.Text("text"), request.Text("status"), request.Whole("after", 0, int.MaxValue) ?? 0, new SearchQuery(request.Text("q")));
        var all = shared.Inbox.Messages.Where(message => message.Id > after && SessionKey.Covers(request.Session, message.Session));
        return !isWhole ? all : all.Where(message =>
            (from is null || message.From == from) && (to is null || message.To == to) && (number is null || message.From == number || message.To == number)
            && (channel is null || message.Channel == channel) && (status is null || message.Status == status)
            && (direction is null || (direction == "inbound") == message.IsInbound)
            && (text is null || message.Text.Contains(text, StringComparison.OrdinalIgnoreCase)) && search.Matches(message));
    }

    private IEnumerable<Verification> Codes(ControlRequest request)
    {
        var (number, id) = (request.Text("number"), request.Text("request_id"));
        return shared.Inbox.Verifications.Where(code =>
            SessionKey.Covers(request.Session, code.Session) && (number is null || code.To == number) && (id is null || code.RequestId == id));
    }

    private IEnumerable<SimulatedCall> Calls(ControlRequest request)
    {
        var (number, status) = (request.Text("number"), request.Text("status"));
        return Webhooks.Calls.Where(call => SessionKey.Covers(request.Session, call.Session)
            && (number is null || call.From == number || call.To == number) && (status is null || call.Status == status));
    }

    private IEnumerable<ReceivedRequest> Requests(ControlRequest request)
    {
        var (operation, after, search) = (request.Text("operation"), request.Whole("after", 0, int.MaxValue) ?? 0, new SearchQuery(request.Text("q")));
        return simulator.Requests.Where(each => each.Id > after && SessionKey.Covers(request.Session, SessionKey.Of(each))
            && (operation is null || each.Operation == operation || each.OperationId == operation) && search.Matches(each));
    }

    private IEnumerable<SentWebhook> Sent(ControlRequest request)
    {
        var (type, after, search) = (request.Text("type"), request.Whole("after", 0, int.MaxValue) ?? 0, new SearchQuery(request.Text("q")));
        return Webhooks.Sent.Where(sent => sent.Id > after && SessionKey.Covers(request.Session, sent.Session)
            && (type is null || sent.Type.ToString().Equals(type, StringComparison.OrdinalIgnoreCase)) && search.Matches(sent));
    }

    private async Task<ControlReply> ReceiveAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var sent = await _inbound.ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        return ControlReply.Json(new JsonObject { ["webhooks"] = new JsonArray([.. sent.Select(ControlJson.Of)]) }, StatusCodes.Status201Created);
    }

    private async Task<ControlReply> ActAsync(ControlRequest request, SimulatedCall? call, string action, CancellationToken cancellationToken)
    {
        if (call is null)
            return ControlReply.NotFound("No call has this UUID.");
        switch (action)
        {
            case "answer":
                call.Answer();
                break;
            case "reject":
                call.Reject();
                break;
            case "press":
                await call.PressAsync(request.Text("digits") ?? "", cancellationToken).ConfigureAwait(false);
                break;
            case "say":
                await call.SayAsync(request.Text("text") ?? "", cancellationToken).ConfigureAwait(false);
                break;
            case "hangup":
                await call.HangUpAsync(cancellationToken).ConfigureAwait(false);
                break;
            default:
                return ControlReply.NotFound("A person can answer, reject, press, say and hangup.");
        }
        return ControlReply.Json(Describe(call));
    }

    private async Task<ControlReply> RepeatAsync(ControlRequest request, SentWebhook? sent, CancellationToken cancellationToken)
    {
        if (sent is null)
            return ControlReply.NotFound("No webhook has this number.");
        var payload = request.Body["payload"] switch
        {
            null => JsonNode.Parse(sent.Payload),
            JsonObject edited => edited.DeepClone(),
            // The page sends what was typed.
            var typed => JsonNode.Parse(typed.ToString()),
        };
        var again = await Webhooks.Repeat(sent, payload as JsonObject ?? throw new ArgumentException("payload must be a JSON object.")).WaitAsync(cancellationToken).ConfigureAwait(false);
        return ControlReply.Json(ControlJson.Of(again), StatusCodes.Status201Created);
    }

    private ControlReply Export(ControlRequest request)
    {
        var requests = Requests(request).ToList();
        return request.Text("format") switch
        {
            null or "json" => ControlReply.Json(new JsonObject
            {
                ["messages"] = new JsonArray([.. Messages(request).Select(ControlJson.Of)]),
                ["calls"] = new JsonArray([.. Calls(request).Select(Describe)]),
                ["requests"] = new JsonArray([.. requests.Select(ControlJson.Of)]),
                ["webhooks"] = new JsonArray([.. Sent(request).Select(ControlJson.Of)]),
            }),
            "har" => ControlReply.Json(RequestExport.Har(requests, simulator.Address)),
            "curl" => ControlReply.PlainText(string.Join("\n\n", requests.Select(each => RequestExport.Curl(each, simulator.Address)))),
            _ => throw new ArgumentException("format must be json, har or curl."),
        };
    }

    private void RemoveOutcomes(ControlRequest request)
    {
        if (request.Text("kind") is { } kind)
            OutcomeTable.Remove(Webhooks.Outcomes, kind, request.Text("to") ?? "*");
        else
            OutcomeTable.Clear(Webhooks.Outcomes);
    }

    /// <summary>Answers with the first that matches, as soon as there is one.</summary>
    private async Task<ControlReply> WaitAsync<T>(ControlRequest request, Func<T?> find, Func<T, JsonObject> describe, Func<IEnumerable<string>> others, CancellationToken cancellationToken)
        where T : class
    {
        var patience = request.Whole("timeout", 0, 600) is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualPatience;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        using var reader = shared.Changes.Open();
        while (true)
        {
            if (find() is { } found)
                return ControlReply.Json(describe(found));
            try
            {
                await reader.ReadAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                var seen = others().TakeLast(10).ToList();
                return ControlReply.NotFound($"Nothing matched within {patience.TotalSeconds} s. Seen: {(seen.Count == 0 ? "nothing" : string.Join("; ", seen))}.");
            }
        }
    }

    private JsonObject Describe(SimulatedCall call) => ControlJson.Of(call, Webhooks.Sent);

    private SimulatedCall? Call(string id) => id == "latest" ? Webhooks.Calls is [.., var last] ? last : null : Webhooks.Calls.FirstOrDefault(call => call.Uuid == id);

    private ReceivedRequest? Request(string id) => simulator.Requests.FirstOrDefault(request => $"{request.Id}" == id);

    private SentWebhook? Webhook(string id) => Webhooks.Sent.FirstOrDefault(sent => $"{sent.Id}" == id);

    private static ControlReply Found<T>(T? found, Func<T, JsonObject> describe)
        where T : class => found is null ? ControlReply.NotFound("There is none.") : ControlReply.Json(describe(found));

    // The newest ones, oldest first.
    private static ControlReply List<T>(string name, IEnumerable<T> items, Func<T, JsonObject> describe, ControlRequest request)
    {
        var all = items.ToList();
        return ControlReply.Json(new JsonObject
        {
            ["total"] = all.Count,
            [name] = new JsonArray([.. all.TakeLast(request.Whole("limit", 1, MostListed) ?? UsuallyListed).Select(describe)]),
        });
    }

    private ControlReply Done(Action act, Changes changes = Changes.None)
    {
        act();
        return Changed(ControlReply.NoContent, changes);
    }

    private ControlReply Changed(ControlReply reply, Changes changes)
    {
        shared.Changes.Tell(changes);
        return reply;
    }
}
