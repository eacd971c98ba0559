using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Core;
using Vonage.Testing.State;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing;

/// <summary>
/// The webhooks that an application would get, signed as Vonage signs them. Nothing is sent until a URL is set here, or a request names
/// one on this machine (<c>callback</c>, <c>webhook_url</c>, <c>event_url</c>, <c>answer_url</c>); a request's URLs elsewhere are never called.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The simulator stops the sender when it is disposed of itself.")]
public sealed class SimulatedWebhooks
{
    private readonly Simulation _simulation;
    private readonly WebhookSender _sender;
    private readonly List<PhoneCall> _calls = [];
    private readonly List<Task> _pending = [];

    internal SimulatedWebhooks(Simulation simulation)
    {
        _simulation = simulation;
        Secret = simulation.Account.SignatureSecret;
        _sender = new WebhookSender(simulation, this);
    }

    /// <summary>Where SMS go that come in. Default: nowhere.</summary>
    public Uri? InboundSms { get; set; }

    /// <summary>Where delivery receipts go, unless an SMS names a <c>callback</c>. Default: nowhere.</summary>
    public Uri? SmsStatus { get; set; }

    /// <summary>Where messages go that come in by the Messages API. Default: nowhere.</summary>
    public Uri? InboundMessage { get; set; }

    /// <summary>Where the Messages API's statuses go, unless a message names a <c>webhook_url</c>. Default: nowhere.</summary>
    public Uri? MessageStatus { get; set; }

    /// <summary>What is asked when somebody calls. Default: nobody.</summary>
    public Uri? Answer { get; set; }

    /// <summary>How <see cref="Answer"/> is asked. Default: GET, as it is with Vonage.</summary>
    public HttpMethod AnswerMethod { get; set; } = HttpMethod.Get;

    /// <summary>Where call events go, unless a call names an <c>event_url</c>. Default: nowhere.</summary>
    public Uri? CallEvent { get; set; }

    /// <summary>How the SMS API's webhooks are sent. Default: GET, with the fields in the query.</summary>
    public SmsWebhookForm SmsForm { get; set; }

    /// <summary>How the SMS API's webhooks are signed. Default: <see cref="SignatureMethod.Md5Hash"/>.</summary>
    public SignatureMethod SignatureMethod { get; set; } = SignatureMethod.Md5Hash;

    /// <summary>What was sent so far, in order.</summary>
    public IReadOnlyList<SentWebhook> Sent => _sender.Sent;

    internal string Secret { get; }

    /// <summary>Waits until all that has come up so far is sent, and answered or given up.</summary>
    public async Task SettleAsync()
    {
        while (Pending() is { Length: > 0 } pending)
            await Task.WhenAll(pending).ConfigureAwait(false);
    }

    /// <summary>Somebody sends an SMS to a number of the account.</summary>
    /// <param name="from">The sender's number.</param>
    /// <param name="to">The account's number.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidOperationException"><see cref="InboundSms"/> is not set.</exception>
    public Task<SentWebhook> ReceiveSmsAsync(string from, string to, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Send(WebhookKind.InboundSms, InboundSms ?? throw NotSet(nameof(InboundSms)), HttpMethod.Post, new JsonObject
        {
            ["api-key"] = _simulation.Account.ApiKey,
            ["msisdn"] = from,
            ["to"] = to,
            ["messageId"] = Guid.NewGuid().ToString("N"),
            ["text"] = text,
            ["type"] = text.All(char.IsAscii) ? "text" : "unicode",
            ["keyword"] = text.Split(' ')[0].ToUpperInvariant(),
            ["message-timestamp"] = Time("yyyy-MM-dd HH:mm:ss"),
        });
    }

    /// <summary>Somebody sends a message by one of the Messages API's channels.</summary>
    /// <param name="message">The message. An id and a time are put in where they are missing.</param>
    /// <exception cref="InvalidOperationException"><see cref="InboundMessage"/> is not set.</exception>
    public Task<SentWebhook> ReceiveMessageAsync(Messages.InboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var url = InboundMessage ?? throw NotSet(nameof(InboundMessage));
        var payload = JsonNode.Parse(ApiJson.Serialize(message))!.AsObject();
        if (message.MessageUuid.Length == 0)
            payload["message_uuid"] = Guid.NewGuid().ToString();
        if (message.Timestamp == default)
            payload["timestamp"] = Time();
        return Send(WebhookKind.InboundMessage, url, HttpMethod.Post, payload);
    }

    /// <summary>Somebody calls a number of the account: <see cref="Answer"/> is asked what to do.</summary>
    /// <param name="from">The caller's number.</param>
    /// <param name="to">The account's number.</param>
    /// <returns>The call, in which the caller can press keys and hang up.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Answer"/> is not set.</exception>
    public async Task<PhoneCall> ReceiveCallAsync(string from, string to)
    {
        var answer = Answer ?? throw NotSet(nameof(Answer));
        var call = new PhoneCall(this, Guid.NewGuid().ToString(), $"CON-{Guid.NewGuid()}", from, to, "inbound", CallEvent);
        Add(call);
        call.Tell("started");
        call.Tell("ringing");
        await call.AskAsync(WebhookKind.Answer, answer, AnswerMethod, []).ConfigureAwait(false);
        call.Tell("answered");
        return call;
    }

    /// <summary>A call that was made through the simulator, once it is answered there.</summary>
    /// <param name="uuid">The call's id.</param>
    /// <exception cref="ArgumentException">There is no such call.</exception>
    public async Task<PhoneCall> FindCallAsync(string uuid)
    {
        var call = Find(uuid) ?? throw new ArgumentException("No call has this id.", nameof(uuid));
        await SettleAsync().ConfigureAwait(false);
        return call;
    }

    internal void Delivered(JsonObject part, string? from, string? callback)
    {
        if (Choose(callback, SmsStatus) is not { } url || part["message-id"] is not { } id)
            return;
        var payload = new JsonObject
        {
            ["api-key"] = _simulation.Account.ApiKey,
            ["msisdn"] = part["to"]!.DeepClone(),
            ["to"] = from,
            ["network-code"] = part["network"]!.DeepClone(),
            ["messageId"] = id.DeepClone(),
            ["price"] = part["message-price"]!.DeepClone(),
            ["status"] = "delivered",
            ["scts"] = Time("yyMMddHHmm"),
            ["err-code"] = "0",
            ["message-timestamp"] = Time("yyyy-MM-dd HH:mm:ss"),
        };
        if (part["client-ref"] is { } reference)
            payload["client-ref"] = reference.DeepClone();
        Send(WebhookKind.SmsDeliveryReceipt, url, HttpMethod.Post, payload);
    }

    internal void GotOn(JsonObject message, string id)
    {
        if (Choose(message["webhook_url"]?.ToString(), MessageStatus) is not { } url)
            return;
        foreach (var status in new[] { "submitted", "delivered" })
        {
            var payload = new JsonObject { ["message_uuid"] = id, ["timestamp"] = Time(), ["status"] = status };
            foreach (var name in new[] { "to", "from", "channel", "client_ref" })
            {
                if (message[name] is { } value)
                    payload[name] = value.DeepClone();
            }

            Send(WebhookKind.MessageStatus, url, HttpMethod.Post, payload);
        }
    }

    internal void Called(JsonObject request, SimulatedCall made)
    {
        var call = new PhoneCall(this, made.Uuid, made.ConversationUuid, Number(made.From), Number(made.To), "outbound", Choose(First(request["event_url"]), CallEvent))
        {
            Ncco = (request["ncco"] as JsonArray)?.DeepClone().AsArray() ?? [],
        };
        Add(call);
        foreach (var status in new[] { "started", "ringing", "answered" })
            call.Tell(status);
        if (Choose(First(request["answer_url"]), null) is { } answer)
            Track(call.AskAsync(WebhookKind.Answer, answer, request["answer_method"]?.ToString() == "POST" ? HttpMethod.Post : HttpMethod.Get, []));
    }

    internal void HungUp(string uuid) => Find(uuid)?.End();

    internal Task<SentWebhook> Send(WebhookKind kind, Uri url, HttpMethod method, JsonObject payload)
    {
        var sending = _sender.Send(kind, url, method, payload);
        Track(sending);
        return sending;
    }

    internal string Time() => Time("yyyy-MM-ddTHH:mm:ss.fffZ");

    /// <summary>An address that somebody else has named: good where it is on this machine.</summary>
    internal static Uri? Choose(string? named, Uri? standard) =>
        Uri.TryCreate(named, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", IsLoopback: true } ? url : standard;

    internal static string? First(JsonNode? urls) => urls is JsonArray { Count: > 0 } list ? list[0]?.ToString() : urls?.ToString();

    internal ValueTask StopAsync() => _sender.DisposeAsync();

    private static string? Number(JsonObject party) => (party["number"] ?? party["uri"] ?? party["user"])?.ToString();

    private static InvalidOperationException NotSet(string property) => new($"simulator.Webhooks.{property} is not set: there is nobody to tell.");

    private string Time(string format) => _simulation.Now.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private void Add(PhoneCall call)
    {
        lock (_calls)
            _calls.Add(call);
    }

    private PhoneCall? Find(string uuid)
    {
        lock (_calls)
            return _calls.Find(call => call.Uuid == uuid);
    }

    private void Track(Task work)
    {
        lock (_pending)
            _pending.Add(work);
    }

    private Task[] Pending()
    {
        lock (_pending)
        {
            _pending.RemoveAll(work => work.IsCompleted);
            return [.. _pending];
        }
    }
}
