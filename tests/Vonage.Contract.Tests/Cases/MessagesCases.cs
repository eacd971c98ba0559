using Newtonsoft.Json;
using Vonage.Core.Serialization;
using Vonage.Messages;

namespace Vonage.Contract.Tests.Cases;

/// <summary>
/// Every channel and type: the document's own examples are read into the model and must go over the wire unchanged; the shape a user
/// writes is shown by the first cases.
/// </summary>
internal static class MessagesCases
{
    private const string Line = "POST api.nexmo.com/v1/messages";

    public static IEnumerable<OperationCase> All()
    {
        yield return Send("as a user writes it", new WhatsAppImageMessage
        {
            From = "447700900001",
            To = "447700900000",
            Image = new() { Url = new("https://example.com/map.png"), Caption = "See you there" },
            Failover = { new SmsTextMessage { From = "ACME", To = "447700900000", Text = "See you at 10" } },
        }, """
            {"channel":"whatsapp","message_type":"image","to":"447700900000","from":"447700900001","image":{"url":"https://example.com/map.png","caption":"See you there"},
             "failover":[{"channel":"sms","message_type":"text","to":"447700900000","from":"ACME","text":"See you at 10"}]}
            """);
        foreach (var (name, json) in SpecExamples.In("messages").Where(e => e.Value["channel"] is not null && e.Value["message_uuid"] is null))
            yield return Send(name, ApiJson.Deserialize<OutboundMessage>(json.ToString(Formatting.None))!, json.ToString(Formatting.None));
        yield return new("messages.update", "read", (v, _) => v.Messages.MarkAsReadAsync("aaaaaaaa-bbbb-cccc-dddd-0123456789ab"))
        {
            Line = "PATCH api.nexmo.com/v1/messages/aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
            Json = """{"status":"read"}""",
        };
        yield return new("messages.update", "revoked", (v, _) => v.Messages.RevokeAsync("aaaaaaaa-bbbb-cccc-dddd-0123456789ab"))
        {
            Line = "PATCH api.nexmo.com/v1/messages/aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
            Json = """{"status":"revoked"}""",
        };
    }

    private static OperationCase Send(string name, OutboundMessage message, string json) =>
        new("messages.send", name, async (v, _) => Assert.That((await v.Messages.SendAsync(message)).MessageUuid, Is.Not.Empty))
        { Line = Line, Json = json };
}
