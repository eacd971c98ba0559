using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.Testing.State;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing;

/// <summary>
/// The webhooks that an application would get, signed as Vonage signs them. Nothing is sent until a URL is set here, or a request names
/// one on this machine (<c>callback</c>, <c>webhook_url</c>, <c>event_url</c>, <c>answer_url</c>); a request's URLs elsewhere are never called.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The simulator stops the sender when it is disposed of itself.")]
public sealed partial class SimulatedWebhooks
{
    private readonly SharedState _shared;
    private readonly WebhookSender _sender;
    private readonly List<Task> _pending = [];

    internal SimulatedWebhooks(SharedState shared)
    {
        _shared = shared;
        Secret = shared.Account.SignatureSecret;
        _sender = new WebhookSender(shared, this);
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

    /// <summary>What is asked where an answer URL, or the URL of an input, cannot be reached or gives something that is no NCCO. Default: nobody, and the call ends.</summary>
    public Uri? FallbackAnswer { get; set; }

    /// <summary>How <see cref="FallbackAnswer"/> is asked. Default: GET, as it is with Vonage.</summary>
    public HttpMethod FallbackAnswerMethod { get; set; } = HttpMethod.Get;

    /// <summary>Where call events go, unless a call names an <c>event_url</c>. Default: nowhere.</summary>
    public Uri? CallEvent { get; set; }

    /// <summary>How <see cref="CallEvent"/> is told. Default: POST, as it is with Vonage.</summary>
    public HttpMethod CallEventMethod { get; set; } = HttpMethod.Post;

    /// <summary>Where Verify tells how its verifications get on: those that were started with an application's token. Default: nowhere.</summary>
    public Uri? VerificationEvent { get; set; }

    /// <summary>How the SMS API's webhooks are sent. Default: GET, with the fields in the query.</summary>
    public SmsWebhookForm SmsForm { get; set; }

    /// <summary>How the SMS API's webhooks are signed. Default: <see cref="SignatureMethod.Md5Hash"/>.</summary>
    public SignatureMethod SignatureMethod { get; set; } = SignatureMethod.Md5Hash;

    /// <summary>What becomes of SMS, messages and calls to some numbers. Default: all arrive, and all are answered.</summary>
    public SimulatedOutcomes Outcomes { get; } = new();

    /// <summary>What was sent so far, in order.</summary>
    public IReadOnlyList<SentWebhook> Sent => _sender.Sent;

    internal string Secret { get; }

    internal DateTimeOffset Now => _shared.Now;

    /// <summary>Waits until all that has come up so far is sent, and answered or given up. What <see cref="VonageSimulatorOptions.OnWebhook"/> throws comes out here.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task SettleAsync(CancellationToken cancellationToken = default)
    {
        while (Pending() is { Length: > 0 } pending)
        {
            try
            {
                await Task.WhenAll(pending).WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Forget(work => work.IsCompleted && pending.Contains(work));
            }
        }
    }

    /// <summary>Somebody sends an SMS to a number of the account.</summary>
    /// <param name="from">The sender's number.</param>
    /// <param name="to">The account's number.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="InvalidOperationException"><see cref="InboundSms"/> is not set.</exception>
    public Task<SentWebhook> ReceiveSmsAsync(string from, string to, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Send(WebhookKind.InboundSms, InboundSms ?? throw NotSet(nameof(InboundSms)), HttpMethod.Post, InboundSmsPayload.Make(_shared, from, to, text))
            .WaitAsync(cancellationToken);
    }

    /// <summary>Somebody sends an SMS that is too long for one: it comes in parts, each a webhook with <c>concat</c> fields, for the application to put together.</summary>
    /// <param name="from">The sender's number.</param>
    /// <param name="to">The account's number.</param>
    /// <param name="text">The text: beyond 160 characters, or 70 where it is not all ASCII, it takes several parts.</param>
    /// <param name="cancellationToken">Ends the wait for the answers.</param>
    /// <returns>The parts' webhooks, in order.</returns>
    /// <exception cref="InvalidOperationException"><see cref="InboundSms"/> is not set.</exception>
    public async Task<IReadOnlyList<SentWebhook>> ReceiveSmsInPartsAsync(string from, string to, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var url = InboundSms ?? throw NotSet(nameof(InboundSms));
        var parts = InboundSmsPayload.MakeParts(_shared, from, to, text).Select(part => Send(WebhookKind.InboundSms, url, HttpMethod.Post, part)).ToList();
        return await Task.WhenAll(parts).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Somebody sends a message by one of the Messages API's channels.</summary>
    /// <param name="message">The message. An id and a time are put in where they are missing.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="InvalidOperationException"><see cref="InboundMessage"/> is not set.</exception>
    public Task<SentWebhook> ReceiveMessageAsync(Messages.InboundMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var url = InboundMessage ?? throw NotSet(nameof(InboundMessage));
        var payload = JsonNode.Parse(ApiJson.Serialize(message))!.AsObject();
        if (message.MessageUuid.Length == 0)
            payload["message_uuid"] = Guid.NewGuid().ToString();
        if (message.Timestamp == default)
            payload["timestamp"] = Time();
        return Send(WebhookKind.InboundMessage, url, HttpMethod.Post, payload).WaitAsync(cancellationToken);
    }

    /// <summary>Lets the time of a verification run out: <see cref="VerificationEvent"/> is told that it has expired.</summary>
    /// <param name="requestId">The verification's id.</param>
    /// <param name="cancellationToken">Ends the wait until all is told.</param>
    /// <exception cref="ArgumentException">No verification of the second Verify API that goes on has this id.</exception>
    public Task ExpireVerificationAsync(string requestId, CancellationToken cancellationToken = default)
    {
        lock (_shared.Gate)
        {
            var verification = _shared.Verifications.Find(each => each.Id == requestId && each.IsLive(Now))
                ?? throw new ArgumentException("No verification that goes on has this id.", nameof(requestId));
            verification.Expire();
            new VerificationReports(this).Over(verification);
        }
        return SettleAsync(cancellationToken);
    }

    /// <summary>Sends any webhook that there is a model for, such as a <c>MeetingEvent</c>, signed as Vonage signs its kind.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="webhook">The model. It is sent as it is: nothing is put in but what signs it.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<SentWebhook> SendAsync(Uri url, IJsonWritable webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(webhook);
        var kind = WebhookKinds.Of(webhook);
        return SendAsync(kind, url, ApiJson.Serialize(webhook), cancellationToken);
    }

    /// <summary>Sends a webhook that there is no model for, signed by a token.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="webhook">The webhook. It is sent as it is: nothing is put in but what signs it.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<SentWebhook> SendAsync(Uri url, JObject webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(webhook);
        return SendAsync(WebhookKind.Other, url, ApiJson.Serialize(webhook), cancellationToken);
    }

    internal Task<SentWebhook> Send(WebhookKind kind, Uri url, HttpMethod method, JsonObject payload)
    {
        var sending = _sender.Send(kind, url, method, payload);
        Track(sending);
        return sending;
    }

    internal void Track(Task work)
    {
        Forget(done => done.IsCompletedSuccessfully);
        lock (_pending)
            _pending.Add(work);
    }

    internal string Time() => Time(Now);

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    internal ValueTask StopAsync() => _sender.DisposeAsync();

    private static InvalidOperationException NotSet(string property) => new($"simulator.Webhooks.{property} is not set: there is nobody to tell.");

    private Task<SentWebhook> SendAsync(WebhookKind kind, Uri url, string json, CancellationToken cancellationToken) =>
        Send(kind, url, MethodOf(kind), JsonNode.Parse(json)!.AsObject()).WaitAsync(cancellationToken);

    private Task[] Pending()
    {
        lock (_pending)
            return [.. _pending];
    }

    private void Forget(Predicate<Task> which)
    {
        lock (_pending)
            _pending.RemoveAll(which);
    }

    private HttpMethod MethodOf(WebhookKind kind) => kind switch
    {
        WebhookKind.Answer => AnswerMethod,
        WebhookKind.Fallback => FallbackAnswerMethod,
        WebhookKind.CallEvent => CallEventMethod,
        _ => HttpMethod.Post,
    };
}
