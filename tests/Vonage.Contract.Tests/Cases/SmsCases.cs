using Vonage.Sms;

namespace Vonage.Contract.Tests.Cases;

internal static class SmsCases
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.FromHours(1));

    public static IEnumerable<OperationCase> All()
    {
        yield return Send("text", new() { From = "ACME", To = "447700900000", Text = "Hello & goodbye, 100 %" },
            "from=ACME&to=447700900000&text=Hello+%26+goodbye%2C+100+%25");
        yield return Send("unicode", new() { From = "ACME", To = "447700900000", Text = "こんにちは", Type = SmsType.Unicode },
            "from=ACME&to=447700900000&text=%E3%81%93%E3%82%93%E3%81%AB%E3%81%A1%E3%81%AF&type=unicode");
        yield return Send("binary", new() { From = "ACME", To = "447700900000", Type = SmsType.Binary, Body = "0011223344556677", Udh = "06050415811581", ProtocolId = 127 },
            "from=ACME&to=447700900000&type=binary&body=0011223344556677&udh=06050415811581&protocol-id=127");
        yield return Send("every option", new()
        {
            From = "ACME",
            To = "447700900000",
            Text = "Hello",
            Ttl = TimeSpan.FromMinutes(15),
            StatusReportReq = true,
            Callback = new("https://example.com/dlr"),
            MessageClass = SmsMessageClass.Flash,
            ClientRef = "order-1",
            AccountRef = "customer1234",
            EntityId = "1101456324675322134",
            ContentId = "1107457532145798767",
            TrustedNumber = true,
            PoolId = "pool",
        }, "from=ACME&to=447700900000&text=Hello&ttl=900000&status-report-req=true&callback=https%3A%2F%2Fexample.com%2Fdlr&message-class=0&client-ref=order-1&account-ref=customer1234&entity-id=1101456324675322134&content-id=1107457532145798767&trusted-number=true&pool-id=pool");
        yield return new("sms.submitSmsConversion", "", (v, _) => v.Sms.SubmitSmsConversionAsync("00A0B0C0", delivered: true, Noon))
        {
            Line = "POST api.nexmo.com/conversions/sms",
            Query = "message-id=00A0B0C0&delivered=true&timestamp=2026-03-04%2011%3A00%3A00",
            Authorization = "Basic ",
        };
        yield return new("sms.submitVoiceConversion", "", (v, _) => v.Sms.SubmitVoiceConversionAsync("00A0B0C0", delivered: false))
        {
            Line = "POST api.nexmo.com/conversions/voice",
            Query = "message-id=00A0B0C0&delivered=false",
            Authorization = "Basic ",
        };
    }

    private static OperationCase Send(string variant, SmsRequest request, string form) =>
        new("sms.send", variant, async (v, _) =>
        {
            var reply = await v.Sms.SendAsync(request);
            Assert.That(reply.Messages[0].Status, Is.EqualTo(SmsStatus.Success));
            Assert.That(reply.Messages[0].MessageId, Is.Not.Empty);
        })
        { Line = "POST rest.nexmo.com/sms/json", Form = form, Authorization = "Basic " };
}
