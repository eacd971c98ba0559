using Vonage.Dispatch;

namespace Vonage.Contract.Tests.Cases;

#pragma warning disable CS0618 // Closed to new users, and still to be had.
internal static class DispatchCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return Case("one message", new CreateWorkflowRequest { Workflow = { new(Sms("447700900000"), Sms("ACME"), Text) } }, """
            {"template":"failover","workflow":[{"to":{"type":"sms","number":"447700900000"},"from":{"type":"sms","number":"ACME"},"message":{"content":{"type":"text","text":"Hello"}}}]}
            """);
        yield return Case("every channel and content", new CreateWorkflowRequest
        {
            Workflow =
            {
                new(new(DispatchChannel.Messenger) { Id = "0123" }, new(DispatchChannel.Messenger) { Id = "4567" }, new(new(DispatchContentType.Image) { Image = new() { Url = new("https://example.com/image.jpg"), Caption = "An image" } })
                {
                    Messenger = new() { Category = DispatchMessengerCategory.MessageTag, Tag = "ticket_update" },
                })
                { Failover = new() { ExpiryTime = TimeSpan.FromMinutes(10), ConditionStatus = DispatchFailoverStatus.Delivered } },
                new(new(DispatchChannel.WhatsApp) { Number = "447700900000" }, new(DispatchChannel.WhatsApp) { Number = "447700900001" }, new(new(DispatchContentType.Template) { Template = new() { Name = "verify", Parameters = { new() { Default = "1234" } } } })
                {
                    WhatsApp = new() { Policy = DispatchWhatsAppPolicy.Deterministic, Locale = "en-GB" },
                })
                { Failover = new() { ExpiryTime = TimeSpan.FromSeconds(15), ConditionStatus = DispatchFailoverStatus.Read } },
                new(new(DispatchChannel.Viber) { Number = "447700900000" }, new(DispatchChannel.Viber) { Id = "16273" }, new(new(DispatchContentType.File) { File = new() { Url = new("https://example.com/file.zip"), Caption = "A file" } })
                {
                    Viber = new() { Category = DispatchViberCategory.Transaction, Ttl = TimeSpan.FromMinutes(10) },
                })
                { Failover = new() },
                new(Sms("447700900000"), Sms("ACME"), new(new(DispatchContentType.Audio) { Audio = new() { Url = new("https://example.com/audio.mp3") } })) { Failover = new() },
                new(Sms("447700900000"), Sms("ACME"), new(new(DispatchContentType.Video) { Video = new() { Url = new("https://example.com/video.mp4") } })),
            },
        }, """
            {"template":"failover","workflow":[
              {"to":{"type":"messenger","id":"0123"},"from":{"type":"messenger","id":"4567"},"message":{"content":{"type":"image","image":{"url":"https://example.com/image.jpg","caption":"An image"}},"messenger":{"category":"message_tag","tag":"ticket_update"}},"failover":{"expiry_time":600,"condition_status":"delivered"}},
              {"to":{"type":"whatsapp","number":"447700900000"},"from":{"type":"whatsapp","number":"447700900001"},"message":{"content":{"type":"template","template":{"name":"verify","parameters":[{"default":"1234"}]}},"whatsapp":{"policy":"deterministic","locale":"en-GB"}},"failover":{"expiry_time":15,"condition_status":"read"}},
              {"to":{"type":"viber_service_msg","number":"447700900000"},"from":{"type":"viber_service_msg","id":"16273"},"message":{"content":{"type":"file","file":{"url":"https://example.com/file.zip","caption":"A file"}},"viber_service_msg":{"category":"transaction","ttl":600}},"failover":{}},
              {"to":{"type":"sms","number":"447700900000"},"from":{"type":"sms","number":"ACME"},"message":{"content":{"type":"audio","audio":{"url":"https://example.com/audio.mp3"}}},"failover":{}},
              {"to":{"type":"sms","number":"447700900000"},"from":{"type":"sms","number":"ACME"},"message":{"content":{"type":"video","video":{"url":"https://example.com/video.mp4"}}}}]}
            """);
    }

    private static DispatchMessage Text => new(new(DispatchContentType.Text) { Text = "Hello" });

    private static DispatchAddress Sms(string number) => new(DispatchChannel.Sms) { Number = number };

    private static OperationCase Case(string variant, CreateWorkflowRequest request, string json) =>
        new("dispatch.createWorkflow", variant, async (v, _) => Assert.That((await v.Dispatch.CreateWorkflowAsync(request)).DispatchUuid, Is.Not.Empty)) { Line = "POST api.nexmo.com/v0.1/dispatch", Json = json };
}
