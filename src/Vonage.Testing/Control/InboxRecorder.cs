using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.State;

namespace Vonage.Testing.Control;

/// <summary>Fills the inbox from what the application requested and from the webhooks that it was sent.</summary>
internal static class InboxRecorder
{
    /// <summary>Takes in the message or verification that a request has created, and what a request has done to a verification.</summary>
    public static void Answered(SharedState shared, Exchange exchange, ExchangeResponse response)
    {
        var request = exchange.Request;
        if (request.AuthenticationError is not null || request.Violations.Count > 0 || response.Status >= 300 || response.Json is not JsonObject reply)
            reply = [];
        switch (request.Operation)
        {
            case "messages.send" when reply["message_uuid"]?.ToString() is { } id:
                shared.Inbox.Add(OfMessages(shared, exchange, id));
                TellAtOnce(shared, id, SimulatedOutcomes.Of(shared.Webhooks.Outcomes.Messages, exchange.Text("to"), exchange.Text("channel"), MessageOutcome.Delivered));
                break;
            case "sms.send" when reply["messages"] is JsonArray parts:
                AddSms(shared, exchange, parts);
                break;
            case "verify.start" or "verify.startPsd2" when reply["status"]?.ToString() == "0":
                Start(shared, exchange, reply["request_id"]!.ToString(), "verify", exchange.Text("brand") ?? exchange.Text("payee") ?? "", exchange.Text("pin_code"), VerifyV1.StepsOf(exchange.Text("workflow_id")).Select(step => (step, exchange.Text("number") ?? "")));
                break;
            case "verify-v2.start" when reply["request_id"]?.ToString() is { } id && response.Status is >= 200 and < 300:
                Start(shared, exchange, id, "verify-v2", exchange.Text("brand") ?? "", exchange.Text("code"), MessageText.Items(exchange.Body["workflow"]).Select(step => ($"{step["channel"]}", $"{step["to"]}")));
                break;
            case "verify.control" when exchange.Text("cmd") == "trigger_next_event" && reply["status"]?.ToString() == "0":
                GoOn(shared, exchange, exchange.Text("request_id"));
                break;
            case "verify-v2.triggerNextWorkflow" when response.Status is >= 200 and < 300:
                GoOn(shared, exchange, exchange.Path["request_id"]);
                break;
            case "verify.check" when reply["status"]?.ToString() == "0":
                shared.Inbox.Change(exchange.Text("request_id"), verification => verification.Status = "completed");
                break;
            case "verify-v2.check" when response.Status == 200:
                shared.Inbox.Change(exchange.Path["request_id"], verification => verification.Status = "completed");
                break;
            case "verify.control" when exchange.Text("cmd") == "cancel" && reply["status"]?.ToString() == "0":
                shared.Inbox.Change(exchange.Text("request_id"), verification => verification.Status = "cancelled");
                break;
            case "verify-v2.cancel" when response.Status is >= 200 and < 300:
                shared.Inbox.Change(exchange.Path["request_id"], verification => verification.Status = "cancelled");
                break;
            case "voice.createCall" when reply["uuid"]?.ToString() is { } uuid:
                shared.Webhooks.Calls.FirstOrDefault(call => call.Uuid == uuid)?.Session = SessionKey.Of(request);
                break;
            default:
                break;
        }
    }

    /// <summary>Takes in a message that another provider's simulator has received.</summary>
    public static void Shown(SharedState shared, ReceivedRequest request, ShownMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var encoding = EncodingOf(message.Text);
        shared.Inbox.Add(new InboxMessage
        {
            MessageIds = [message.Id],
            Api = message.Api,
            IsInbound = false,
            Channel = message.Channel,
            From = message.From,
            To = message.To,
            Text = message.Text,
            Time = shared.Now,
            Content = message.Media is [var first, ..] ? new JsonObject { ["image"] = new JsonObject { ["url"] = first, ["caption"] = message.Text } } : [],
            ContentSize = request.Content.Length,
            Session = SessionKey.Of(request),
            RequestId = request.Id,
            Parts = message.Channel == "sms" ? SmsParts.Count(message.Text, encoding) : 0,
            Encoding = message.Channel == "sms" ? encoding : null,
        });
        shared.Inbox.Note(message.Id, new MessageStep(message.Status, shared.Now, null));
    }

    /// <summary>Takes in a webhook before it is sent: an inbound message, or the announcement of a status.</summary>
    public static void Queued(SharedState shared, WebhookType kind, JsonObject payload)
    {
        switch (kind)
        {
            case WebhookType.MessageStatus or WebhookType.SmsDeliveryReceipt when IdOf(payload) is { } id:
                shared.Inbox.Expect(id);
                break;
            case WebhookType.InboundSms:
                AddInboundSms(shared, payload);
                break;
            case WebhookType.InboundMessage:
                shared.Inbox.Add(new InboxMessage
                {
                    MessageIds = [payload["message_uuid"]?.ToString() ?? ""],
                    Api = "messages",
                    IsInbound = true,
                    Channel = payload["channel"]?.ToString() ?? "",
                    MessageType = payload["message_type"]?.ToString() ?? "text",
                    From = payload["from"]?.ToString() ?? "",
                    To = payload["to"]?.ToString() ?? "",
                    Text = MessageText.Of(payload),
                    Time = shared.Now,
                    Content = payload.DeepClone().AsObject(),
                    ContentSize = sizeof(char) * (long)payload.ToJsonString().Length,
                    Session = SessionKey.Current,
                });
                break;
            default:
                break;
        }
    }

    /// <summary>Takes in the status that a webhook has reported.</summary>
    public static void Sent(SharedState shared, SentWebhook sent, JsonObject payload)
    {
        if (sent.Type is WebhookType.MessageStatus or WebhookType.SmsDeliveryReceipt && sent.RepeatOf is null && IdOf(payload) is { } id && payload["status"]?.ToString() is { } status)
        {
            var code = payload["err-code"]?.ToString();
            var error = payload["error"] is JsonObject problem ? $"{problem["title"]}: {problem["detail"]}" : code is null or "0" ? null : $"err-code {code}";
            shared.Inbox.Note(id, new MessageStep(status, sent.SentAt, error));
        }
        shared.Changes.Tell(payload["uuid"] is null && payload["call_uuid"] is null && payload["conversation_uuid"] is null ? Changes.Webhooks : Changes.Webhooks | Changes.Calls);
    }

    /// <summary>The session of a webhook: that of the message or call that it is about.</summary>
    public static string? SessionOf(SharedState shared, JsonObject payload)
    {
        if ((payload["client_ref"] ?? payload["client-ref"])?.ToString() is { } reference)
            return reference;
        if (IdOf(payload) is { } id && shared.Inbox.Find(id) is { } message)
            return message.Session;
        return (payload["uuid"] ?? payload["call_uuid"])?.ToString() is { } uuid ? shared.Webhooks.Calls.FirstOrDefault(call => call.Uuid == uuid)?.Session : null;
    }

    private static string? IdOf(JsonObject payload) => (payload["message_uuid"] ?? payload["messageId"])?.ToString();

    private static InboxMessage OfMessages(SharedState shared, Exchange exchange, string id)
    {
        var (channel, filled) = (exchange.Text("channel") ?? "", Filled(shared, exchange.Body));
        var text = filled ?? MessageText.Of(exchange.Body);
        var type = exchange.Body.TextAt("sms", "encoding_type") is ("text" or "unicode") and var named ? named : EncodingOf(text);
        return new InboxMessage
        {
            MessageIds = [id],
            Api = "messages",
            IsInbound = false,
            Channel = channel,
            MessageType = exchange.Text("message_type") ?? "text",
            From = exchange.Text("from") ?? "",
            To = exchange.Text("to") ?? "",
            Text = text,
            IsFilled = filled is not null,
            Time = shared.Now,
            Content = exchange.Body.DeepClone().AsObject(),
            ContentSize = exchange.Request.Content.Length,
            ClientRef = exchange.Text("client_ref"),
            Session = SessionKey.Of(exchange.Request),
            RequestId = exchange.Request.Id,
            Parts = channel == "sms" ? SmsParts.Count(text, type) : 0,
            Encoding = channel == "sms" ? type : null,
        };
    }

    // What the phone shows. Other templates are not known here.
    private static string? Filled(SharedState shared, JsonObject message)
    {
        if (message["message_type"]?.ToString() != "template")
            return null;
        string? text;
        lock (shared.Gate)
        {
            var template = shared.WhatsApp.FindTemplate(message.TextAt("template", "name"), message.TextAt("whatsapp", "locale"));
            text = MessageText.Items(template?["components"]).FirstOrDefault(component => component["type"]?.ToString() == "BODY")?["text"]?.ToString();
        }
        var number = 0;
        foreach (var value in MessageText.Parameters(message))
            text = text?.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{{{++number}}}}}"), value, StringComparison.Ordinal);
        return text;
    }

    private static void AddSms(SharedState shared, Exchange exchange, JsonArray parts)
    {
        var binary = exchange.Text("type") == "binary";
        var ids = parts.Select(part => part?["message-id"]?.ToString()).OfType<string>().ToList();
        shared.Inbox.Add(new InboxMessage
        {
            MessageIds = ids,
            Api = "sms",
            IsInbound = false,
            Channel = "sms",
            MessageType = exchange.Text("type") ?? "text",
            From = exchange.Text("from") ?? "",
            To = exchange.Text("to") ?? "",
            Text = (binary ? exchange.Text("body") : exchange.Text("text")) ?? "",
            Time = shared.Now,
            Content = Without(exchange.Body, "api_secret", "sig"),
            ContentSize = exchange.Request.Content.Length,
            ClientRef = exchange.Text("client-ref"),
            Session = SessionKey.Of(exchange.Request),
            RequestId = exchange.Request.Id,
            Parts = parts.Count,
            Encoding = exchange.Text("type") ?? EncodingOf(exchange.Text("text") ?? ""),
            Refusal = ids.Count == 0 ? $"status {parts[0]?["status"]}: {parts[0]?["error-text"]}" : null,
        });
        var outcome = SimulatedOutcomes.Of(shared.Webhooks.Outcomes.Sms, exchange.Text("to"), "sms", SmsOutcome.Delivered);
        foreach (var id in ids.Where(id => !shared.Inbox.Expects(id)))
            shared.Inbox.Note(id, new MessageStep(outcome.Status.Value, shared.Now, outcome.ErrorCode == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"err-code {outcome.ErrorCode}")));
    }

    private static void AddInboundSms(SharedState shared, JsonObject payload)
    {
        var (from, text) = (payload["msisdn"]?.ToString() ?? "", payload["text"]?.ToString() ?? "");
        if (payload["concat-ref"]?.ToString() is { } reference && payload["concat-part"]?.ToString() != "1" && shared.Inbox.TryExtend(from, reference, text))
            return;
        shared.Inbox.Add(new InboxMessage
        {
            MessageIds = [payload["messageId"]?.ToString() ?? ""],
            Api = "sms",
            IsInbound = true,
            Channel = "sms",
            MessageType = payload["type"]?.ToString() ?? "text",
            From = from,
            To = payload["to"]?.ToString() ?? "",
            Text = text,
            Time = shared.Now,
            Content = payload.DeepClone().AsObject(),
            ContentSize = sizeof(char) * (long)payload.ToJsonString().Length,
            Session = SessionKey.Current,
            Parts = 1,
            Encoding = payload["type"]?.ToString(),
        });
    }

    private static void Start(SharedState shared, Exchange exchange, string id, string api, string brand, string? ownCode, IEnumerable<(string Channel, string To)> steps)
    {
        var verification = new Verification
        {
            RequestId = id,
            Api = api,
            Brand = brand,
            Code = VerificationCode.Choose(ownCode, exchange.Text("code_length")),
            Steps = [.. steps],
            StartedAt = shared.Now,
            Session = SessionKey.Of(exchange.Request),
            ClientRef = exchange.Text("client_ref"),
        };
        shared.Inbox.Add(verification);
        Deliver(shared, exchange, verification);
    }

    private static void GoOn(SharedState shared, Exchange exchange, string? id)
    {
        if (shared.Inbox.Change(id, each => each.Current = Math.Min(each.Current + 1, each.Steps.Count - 1)) is { } verification)
            Deliver(shared, exchange, verification);
    }

    // Silent authentication sends nothing to anybody.
    private static void Deliver(SharedState shared, Exchange exchange, Verification verification)
    {
        if (verification.Channel == VerificationFlow.SilentAuth)
            return;
        shared.Inbox.Add(new InboxMessage
        {
            MessageIds = [],
            Api = verification.Api,
            IsInbound = false,
            Channel = verification.Channel is "tts" ? "voice" : verification.Channel,
            MessageType = "verification",
            From = verification.Brand,
            To = verification.To,
            Text = $"Your {verification.Brand} code is {verification.Code}",
            Time = shared.Now,
            Content = [],
            ClientRef = verification.ClientRef,
            Session = verification.Session,
            Code = verification.Code,
            RequestId = exchange.Request.Id,
            Parts = verification.Channel == "sms" ? 1 : 0,
            Encoding = verification.Channel == "sms" ? "text" : null,
        });
    }

    // No webhook will tell: the outcome is known at once.
    private static void TellAtOnce(SharedState shared, string id, MessageOutcome outcome)
    {
        if (!shared.Inbox.Expects(id))
            shared.Inbox.Note(id, new MessageStep(outcome.Status.Value, shared.Now, outcome.ErrorCode is { } code ? $"{code}: {outcome.ErrorDetail}" : null));
    }

    private static string EncodingOf(string text) => SmsText.IsGsm(text) ? "text" : "unicode";

    private static JsonObject Without(JsonObject body, params ReadOnlySpan<string> names)
    {
        var copy = body.DeepClone().AsObject();
        foreach (var name in names)
            copy.Remove(name);
        return copy;
    }
}
