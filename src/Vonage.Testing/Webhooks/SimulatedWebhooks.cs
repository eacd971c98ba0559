using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using Vonage.Testing.State;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing;

/// <summary>Sends webhooks to the application under test, signed as Vonage signs them, and simulates inbound traffic.</summary>
/// <remarks>
/// Webhooks are sent to the URLs that are set here, and to URLs on the local machine in requests (<c>callback</c>, <c>webhook_url</c>, <c>event_url</c>,
/// <c>answer_url</c>, <c>statusCallbackUrl</c>) if <see cref="VonageSimulatorOptions.AllowedCallbacks"/> permits. URLs in requests on other machines are never
/// called.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "The simulator stops the sender when it is disposed of itself.")]
public sealed partial class SimulatedWebhooks
{
    // The number of a part has one byte.
    private const int MaxParts = 255;

    private readonly SharedState _shared;
    private readonly WebhookSender _sender;
    private readonly CallbackRule _callbacks;
    private readonly List<Task> _pending = [];

    internal SimulatedWebhooks(SharedState shared)
    {
        _shared = shared;
        Secret = shared.Account.SignatureSecret;
        _sender = new WebhookSender(shared, this);
        _callbacks = new CallbackRule(shared.Options.AllowedCallbacks);
    }

    /// <summary>The URL for inbound SMS. The default is none.</summary>
    public Uri? InboundSms { get; set; }

    /// <summary>The URL for delivery receipts, unless an SMS specifies a <c>callback</c>. The default is none.</summary>
    public Uri? SmsStatus { get; set; }

    /// <summary>The URL for inbound messages of the Messages API. The default is none.</summary>
    public Uri? InboundMessage { get; set; }

    /// <summary>The URL for message statuses of the Messages API, unless a message specifies a <c>webhook_url</c>. The default is none.</summary>
    public Uri? MessageStatus { get; set; }

    /// <summary>The answer URL for inbound calls. The default is none.</summary>
    public Uri? Answer { get; set; }

    /// <summary>The method for <see cref="Answer"/>. The default is GET, as with Vonage.</summary>
    public HttpMethod AnswerMethod { get; set; } = HttpMethod.Get;

    /// <summary>The URL that is requested if an answer URL or the URL of an input cannot be reached or does not return an NCCO. The default is none: the call ends.</summary>
    public Uri? FallbackAnswer { get; set; }

    /// <summary>The method for <see cref="FallbackAnswer"/>. The default is GET, as with Vonage.</summary>
    public HttpMethod FallbackAnswerMethod { get; set; } = HttpMethod.Get;

    /// <summary>The URL for call events, unless a call specifies an <c>event_url</c>. The default is none.</summary>
    public Uri? CallEvent { get; set; }

    /// <summary>The method for <see cref="CallEvent"/>. The default is POST, as with Vonage.</summary>
    public HttpMethod CallEventMethod { get; set; } = HttpMethod.Post;

    /// <summary>The URL for events of verifications that were started with a token of the application. The default is none.</summary>
    public Uri? VerificationEvent { get; set; }

    /// <summary>The URL for events of conversations; a conversation with a callback URL reports there, too. The default is none.</summary>
    public Uri? RtcEvent { get; set; }

    /// <summary>The URL for events of video sessions: sessions, connections, streams, archives and broadcasts. The default is none.</summary>
    public Uri? VideoEvent { get; set; }

    /// <summary>The URL for status changes of live captions, unless they specify a <c>statusCallbackUrl</c>. The default is none.</summary>
    public Uri? CaptionsStatus { get; set; }

    /// <summary>The URL for status changes of Experience Composers, unless they specify a <c>statusCallbackUrl</c>. The default is none.</summary>
    public Uri? ExperienceComposerStatus { get; set; }

    /// <summary>The URL for statuses of the messages of a workflow (Dispatch). The default is the status URL of the application.</summary>
    public Uri? DispatchStatus { get; set; }

    /// <summary>The URL for the final reports of workflows (Dispatch). The default is the status URL of the application.</summary>
    public Uri? DispatchReport { get; set; }

    /// <summary>The format of the SMS API's webhooks. The default is GET, with the fields in the query.</summary>
    public SmsWebhookFormat SmsForm { get; set; }

    /// <summary>The signature method of the SMS API's webhooks. The default is <see cref="SignatureMethod.Md5Hash"/>.</summary>
    public SignatureMethod SignatureMethod { get; set; } = SignatureMethod.Md5Hash;

    /// <summary>
    /// The handler that sends the webhooks, such as that of a test server (<c>factory.Server.CreateHandler()</c>), which then needs no port. The default,
    /// <see langword="null"/>, is the network. It is not disposed.
    /// </summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>The outcomes of SMS, messages and calls by number. By default, all are delivered and answered.</summary>
    public SimulatedOutcomes Outcomes { get; } = new();

    /// <summary>The sent webhooks, in order.</summary>
    public IReadOnlyList<SentWebhook> Sent => _sender.Sent;

    internal string Secret { get; }

    internal DateTimeOffset Now => _shared.Now;

    internal TimeProvider Clock => _shared.Options.TimeProvider;

    internal LinkedWebhooks Linked => _shared.Linked;

    /// <summary>Indicates whether webhooks that fail are sent again.</summary>
    internal bool Retries => _shared.Options.WebhookRetrySpeed > 0;

    internal TimeSpan? CallEndsAfter => _shared.Options.CallEndsAfter;

    /// <summary>Waits until all pending webhooks are sent and answered or have failed. Throws exceptions from <see cref="VonageSimulatorOptions.OnWebhook"/>.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
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

    /// <summary>Simulates an inbound SMS to a number of the account.</summary>
    /// <param name="from">The number of the sender.</param>
    /// <param name="to">The account's number.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Cancels the wait for the response.</param>
    /// <exception cref="InvalidOperationException"><see cref="InboundSms"/> is not set.</exception>
    public Task<SentWebhook> ReceiveSmsAsync(string from, string to, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Send(WebhookType.InboundSms, SmsTarget(to), HttpMethod.Post, InboundSmsPayload.Make(_shared, from, to, text))
            .WaitAsync(cancellationToken);
    }

    /// <summary>Simulates a long inbound SMS in parts, each a webhook with <c>concat</c> fields, which the application must reassemble.</summary>
    /// <param name="from">The number of the sender.</param>
    /// <param name="to">The account's number.</param>
    /// <param name="text">The text. It is split if it is longer than 160 characters, or 70 characters if it is not all ASCII.</param>
    /// <param name="cancellationToken">Cancels the wait for the responses.</param>
    /// <returns>The webhooks of the parts, in order.</returns>
    /// <exception cref="ArgumentException">The text has more than 255 parts.</exception>
    /// <exception cref="InvalidOperationException"><see cref="InboundSms"/> is not set.</exception>
    public async Task<IReadOnlyList<SentWebhook>> ReceiveSmsInPartsAsync(string from, string to, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var url = SmsTarget(to);
        var parts = InboundSmsPayload.MakeParts(_shared, from, to, text).ToList();
        if (parts.Count > MaxParts)
            throw new ArgumentException($"The text takes {parts.Count} SMS, and a phone sends at most {MaxParts}.", nameof(text));
        return await Task.WhenAll(parts.Select(part => Send(WebhookType.InboundSms, url, HttpMethod.Post, part)).ToList()).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Simulates an inbound message on a channel of the Messages API.</summary>
    /// <param name="message">The message. A missing ID or time is added.</param>
    /// <param name="cancellationToken">Cancels the wait for the response.</param>
    /// <exception cref="InvalidOperationException"><see cref="InboundMessage"/> is not set.</exception>
    public Task<SentWebhook> ReceiveMessageAsync(Messages.InboundMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ReceiveMessageAsync(JsonNode.Parse(ApiJson.Serialize(message))!.AsObject(), cancellationToken);
    }

    /// <summary>Simulates an inbound message of any kind, as its webhook has it.</summary>
    internal Task<SentWebhook> ReceiveMessageAsync(JsonObject payload, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(payload["message_uuid"]?.ToString()))
            payload["message_uuid"] = Guid.NewGuid().ToString();
        payload["timestamp"] ??= Time();
        InboundSmsPayload.Complete(payload);
        var url = InboundMessage ?? _shared.Linked.OfNumber(payload["to"]?.ToString() ?? "", "messages", "inbound_url", HttpMethod.Post)?.Url ?? throw NotSet(nameof(InboundMessage));
        return Send(WebhookType.InboundMessage, url, HttpMethod.Post, payload).WaitAsync(cancellationToken);
    }

    /// <summary>Lets a verification expire and sends the event to <see cref="VerificationEvent"/>.</summary>
    /// <param name="requestId">The ID of the verification.</param>
    /// <param name="cancellationToken">Cancels the wait for the events.</param>
    /// <exception cref="ArgumentException">No active verification of Verify v2 has this ID.</exception>
    public Task ExpireVerificationAsync(string requestId, CancellationToken cancellationToken = default)
    {
        lock (_shared.Gate)
        {
            var verification = _shared.Verifications.Find(each => each.Id == requestId && each.IsLive(Now))
                ?? throw new ArgumentException("No active verification has this ID.", nameof(requestId));
            verification.Expire();
            new VerificationReports(this).Over(verification);
        }
        return SettleAsync(cancellationToken);
    }

    /// <summary>Sends any webhook that has a generated model, signed according to its type.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="webhook">The event. Only the signature is added.</param>
    /// <param name="cancellationToken">Cancels the wait for the response.</param>
    public Task<SentWebhook> SendAsync(Uri url, IJsonWritable webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(webhook);
        var kind = WebhookTypes.Of(webhook);
        return SendAsync(kind, url, ApiJson.Serialize(webhook), cancellationToken);
    }

    /// <summary>Sends a webhook that has no generated model, signed with a token.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="webhook">The event. Only the signature is added.</param>
    /// <param name="cancellationToken">Cancels the wait for the response.</param>
    public Task<SentWebhook> SendAsync(Uri url, JObject webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(webhook);
        return SendAsync(WebhookType.Other, url, ApiJson.Serialize(webhook), cancellationToken);
    }

    internal Task<SentWebhook> Send(WebhookType kind, Uri url, HttpMethod method, JsonObject payload)
    {
        Control.InboxRecorder.Queued(_shared, kind, payload);
        return Track(_sender.Send(kind, url, method, payload, _callbacks.Refuse(url, Configured)));
    }

    /// <summary>Sends a webhook again, to the same URL, with the same payload or another one.</summary>
    internal Task<SentWebhook> Repeat(SentWebhook sent, JsonObject payload) => Track(_sender.Send(
        sent.Type, sent.Url, new HttpMethod(sent.Method), payload, _callbacks.Refuse(sent.Url, Configured), sent));

    /// <summary>Sends a webhook again that was not accepted.</summary>
    internal void Retry(SentWebhook sent) => Repeat(sent, JsonNode.Parse(sent.Payload)!.AsObject());

    /// <summary>Removes the records of sent webhooks that match.</summary>
    internal void Forget(Predicate<SentWebhook> predicate) => _sender.Remove(predicate);

    private Task<SentWebhook> Track(Task<SentWebhook> sending)
    {
        Track((Task)sending);
        return sending;
    }

    internal void Track(Task work)
    {
        Forget(done => done.IsCompletedSuccessfully);
        lock (_pending)
            _pending.Add(work);
    }

    /// <summary>Gets what is wrong with an NCCO by the document, as if it had come in the request for a call; null if nothing is.</summary>
    internal string? CheckNcco(JsonArray ncco) => _shared.Check("voice.createCall", new JsonObject { ["ncco"] = ncco.DeepClone() })
        .FirstOrDefault(violation => violation.Field.StartsWith("ncco", StringComparison.Ordinal))?.ToString();

    internal void Changed() => _shared.Changes.Tell(Control.Changes.Calls);

    internal string Time() => Times.Milliseconds(Now);

    internal ValueTask StopAsync() => _sender.DisposeAsync();

    private Uri SmsTarget(string number) => InboundSms ?? _shared.Linked.InboundSms(number) ?? throw NotSet(nameof(InboundSms));

    private static InvalidOperationException NotSet(string property) => new($"simulator.Webhooks.{property} is not set (--{OptionOf(property)}).");

    // The option of the program has the name of the property.
    private static string OptionOf(string property) => string.Concat(property.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant();

    private IEnumerable<Uri?> Configured => [InboundSms, SmsStatus, InboundMessage, MessageStatus, Answer, FallbackAnswer, CallEvent, VerificationEvent, RtcEvent, VideoEvent, CaptionsStatus, ExperienceComposerStatus, DispatchStatus, DispatchReport];

    private Task<SentWebhook> SendAsync(WebhookType kind, Uri url, string json, CancellationToken cancellationToken)
    {
        _callbacks.Allow(url);
        return Send(kind, url, MethodOf(kind), JsonNode.Parse(json)!.AsObject()).WaitAsync(cancellationToken);
    }

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

    private HttpMethod MethodOf(WebhookType kind) => kind switch
    {
        WebhookType.Answer => AnswerMethod,
        WebhookType.Fallback => FallbackAnswerMethod,
        WebhookType.CallEvent => CallEventMethod,
        _ => HttpMethod.Post,
    };
}
