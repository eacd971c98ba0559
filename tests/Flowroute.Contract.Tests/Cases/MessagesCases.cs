using Flowroute.Messages;

namespace Flowroute.Contract.Tests.Cases;

internal static class MessagesCases
{
    private const string Address = """{"data":{"attributes":{"callback_url":"https://example.com/hook"}}}""";
    private static readonly SetCallbackRequest Hook = new() { CallbackUrl = new Uri("https://example.com/hook") };
    private static readonly DateTimeOffset Start = new(2017, 12, 1, 1, 0, 0, TimeSpan.FromHours(1));

    public static IEnumerable<OperationCase> All()
    {
        yield return new("messages.send", "POST /v2.1/messages", async (f, _) =>
        {
            var sent = await f.Messages.SendAsync(new SendMessageRequest { To = "12065551234", From = "12061231234", Body = "hello there" });
            Assert.That(sent.Id, Does.StartWith("mdr2-"));
        })
        {
            Variant = "SMS",
            Json = """{"to":"12065551234","from":"12061231234","body":"hello there"}""",
        };
        yield return new("messages.send", "POST /v2.1/messages", (f, _) => f.Messages.SendAsync(new SendMessageRequest { To = "12065551234", From = "12061231234", IsMms = true, MediaUrls = { new("http://example.com/37.gif") }, DeliveryReceiptCallback = new("https://example.com/dlr") }))
        {
            Variant = "MMS",
            Json = """{"to":"12065551234","from":"12061231234","is_mms":true,"media_urls":["http://example.com/37.gif"],"dlr_callback":"https://example.com/dlr"}""",
        };
        yield return new("messages.list", "GET /v2.1/messages", async (f, _) =>
        {
            var records = await f.Messages.ListAsync(Start, new() { PageSize = 2 }).ToListAsync();
            Assert.That(records, Is.Not.Empty);
            Assert.That(records[0].Direction, Is.EqualTo(MessageDirection.Outbound));
        })
        { Query = "start_date=2017-12-01T00%3A00%3A00Z&limit=2&offset=0" };
        yield return new("messages.get", "GET /v2.1/messages/{message}", async (f, ids) =>
        {
            var record = await f.Messages.GetAsync(ids.Message);
            Assert.That(record.Id, Is.EqualTo(ids.Message));
            Assert.That(record.AmountNanodollars, Is.EqualTo(4000000m));
            Assert.That(record.Timestamp, Is.Not.Null);
        });
        yield return new("messages.setSmsCallback", "PUT /v2.1/messages/sms_callback", (f, _) => f.Messages.SetSmsCallbackAsync(Hook)) { Json = Address };
        yield return new("messages.setMmsCallback", "PUT /v2.1/messages/mms_callback", (f, _) => f.Messages.SetMmsCallbackAsync(Hook)) { Json = Address };
        yield return new("messages.setSmsDeliveryReceiptCallback", "PUT /v2.1/messages/sms_dlr_callback", (f, _) => f.Messages.SetSmsDeliveryReceiptCallbackAsync(Hook)) { Json = Address };
        yield return new("messages.setMmsDeliveryReceiptCallback", "PUT /v2.1/messages/mms_dlr_callback", (f, _) => f.Messages.SetMmsDeliveryReceiptCallbackAsync(Hook)) { Json = Address };
        yield return new("messages.setDeliveryReceiptCallback", "PUT /v2.1/messages/dlr_callback", SetDeliveryReceiptCallbackAsync) { Json = Address };
        yield return new("messages.setNumberDeliveryReceiptCallback", "POST /v2/numbers/{number}/relationships/dlr_callback", (f, ids) => f.Messages.SetNumberDeliveryReceiptCallbackAsync(ids.Number, Hook)) { Json = Address };
    }

    // By its name: the API has deprecated it, and it is tested as long as it is there.
    private static Task SetDeliveryReceiptCallbackAsync(IFlowrouteClient flowroute, Ids ids) =>
        (Task)typeof(IFlowrouteMessagesClient).GetMethod("SetDeliveryReceiptCallbackAsync")!.Invoke(flowroute.Messages, [Hook, null, CancellationToken.None])!;
}
