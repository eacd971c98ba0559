using System.Net;
using Vonage.Core;
using Vonage.Core.Pipeline;
using Vonage.Sms;

namespace Vonage.Contract.Tests.Apis.Sms;

[TestFixture]
public class RequestTests
{
    private const string Success = """{"message-count":"1","messages":[{"status":"0","message-id":"id-1"}]}""";
    private const string BinaryOnly = " is allowed only for messages of type binary. Set type to binary, or omit this field.";
    private const string HexOnly = " must be in hexadecimal format with two digits per byte, such as 06050415811581.";

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Case(r => r.From = string.Empty, "from is required. Set it.");
        yield return Case(r => r.To = "07700 900000", "to must be a phone number in E.164 format");
        yield return Case(r => r.Text = null, "text is required. Set it.");
        yield return Case(r => r.Text = string.Empty, "text is required. Set it.");
        yield return Case(r => (r.Text, r.Type) = ("こんにちは", SmsType.Text), "text contains a character that is not in the GSM alphabet and would arrive as another one. Set type to unicode, or leave type unset");
        yield return Case(r => (r.Text, r.Type) = (null, SmsType.Unicode), "text is required. Set it.");
        yield return Case(r => r.Body = "00", "body" + BinaryOnly);
        yield return Case(r => r.Udh = "00", "udh" + BinaryOnly);
        yield return Case(r => r.ProtocolId = 127, "protocol-id" + BinaryOnly);
        yield return Case(r => r.Type = SmsType.Binary, "body is required. Set it.");
        yield return Case(r => (r.Type, r.Body) = (SmsType.Binary, "001"), "body" + HexOnly);
        yield return Case(r => (r.Type, r.Body) = (SmsType.Binary, "0g"), "body" + HexOnly);
        yield return Case(r => (r.Type, r.Body, r.Udh) = (SmsType.Binary, "00", "0x00"), "udh" + HexOnly);
        yield return Case(r => (r.Type, r.Body, r.ProtocolId) = (SmsType.Binary, "00", 256), "protocol-id must be 0 to 255, but is 256.");
        yield return Case(r => r.Ttl = TimeSpan.FromSeconds(19), "ttl must be 20000 to 604800000 milliseconds, but is 19000.");
        yield return Case(r => r.ClientRef = new string('x', 101), "client-ref must have 0 to 100 characters, but has 101.");

        static TestCaseData Case(Action<SmsRequest> change, string message) => new TestCaseData(change, message).SetArgDisplayNames(message);
    }

    [Test]
    public void A_text_message_needs_three_words()
    {
        var request = new SmsRequest("ACME", "447700900000", "Hello");
        Assert.That((request.From, request.To, request.Text), Is.EqualTo(("ACME", "447700900000", "Hello")));
        Assert.That(((IValidatable)request).Validate, Throws.Nothing);
    }

    [TestCaseSource(nameof(Broken))]
    public void Says_field_and_rule_and_sends_nothing(Action<SmsRequest> change, string message)
    {
        var request = Text();
        change(request);
        var server = StubHandler.Of(Success);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Client(server).SendAsync(request), Throws.TypeOf<InvalidRequestException>().With.Message.StartsWith("Sms.send: " + message));
            Assert.That(server.Sent, Is.Empty);
        }
    }

    [Test]
    public async Task Sends_text()
    {
        var server = StubHandler.Of(Success);
        await Client(server).SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "こんにちは", Type = SmsType.Unicode, Ttl = TimeSpan.FromMinutes(15) });
        Assert.That(
            (server.Request.Method, server.Url.AbsoluteUri, server.Request.Text),
            Is.EqualTo(("POST", "https://rest.nexmo.com/sms/json", "from=ACME&to=447700900000&text=%E3%81%93%E3%82%93%E3%81%AB%E3%81%A1%E3%81%AF&ttl=900000&type=unicode")));
    }

    [TestCase("Hello", null, "")]
    [TestCase("5 €", null, "")]
    [TestCase("こんにちは", null, "&type=unicode")]
    [TestCase("Hello `", null, "&type=unicode")]
    [TestCase("Hello", "text", "&type=text")]
    [TestCase("Hello", "unicode", "&type=unicode")]
    public async Task The_type_follows_from_the_text_unless_it_is_set(string text, string? type, string sent)
    {
        var server = StubHandler.Of(Success);
        await Client(server).SendAsync(new SmsRequest("ACME", "447700900000", text) { Type = type is null ? null : new SmsType(type) });
        Assert.That(server.Request.Text, Is.EqualTo($"from=ACME&to=447700900000&text={WebUtility.UrlEncode(text)}{sent}"));
    }

    [TestCase("+44 7700 900000", "ACME", "447700900000", "ACME")]
    [TestCase("0044 (7700) 900-000", "+1.415.555.0100", "447700900000", "14155550100")]
    public async Task Numbers_in_international_format_are_sent_as_digits(string to, string from, string sentTo, string sentFrom)
    {
        var server = StubHandler.Of(Success);
        await Client(server).SendAsync(new SmsRequest(from, to, "Hello"));
        Assert.That(server.Request.Text, Is.EqualTo($"from={sentFrom}&to={sentTo}&text=Hello"));
    }

    [Test]
    public async Task Sends_bytes()
    {
        var server = StubHandler.Of(Success);
        var request = SmsRequest.Binary("ACME", "447700900000", [0x00, 0x1F, 0xAB], [0x06, 0x05]);
        request.ProtocolId = 127;
        await Client(server).SendAsync(request);
        Assert.That(server.Request.Text, Is.EqualTo("from=ACME&to=447700900000&type=binary&body=001FAB&udh=0605&protocol-id=127"));
    }

    [Test]
    public void Bytes_need_no_header()
    {
        var request = SmsRequest.Binary("ACME", "447700900000", [1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(request.Udh, Is.Null);
            Assert.That(((IValidatable)request).Validate, Throws.Nothing);
            Assert.That(() => SmsRequest.Binary("ACME", "447700900000", null!), Throws.ArgumentNullException);
        }
    }

    [Test]
    public void A_type_of_tomorrow_has_its_own_rules()
    {
        var request = Text();
        (request.Type, request.Text, request.Body) = ("carrier-pigeon", null, "coo");
        Assert.That(((IValidatable)request).Validate, Throws.Nothing);
    }

    [Test]
    public async Task Reports_conversions()
    {
        var server = StubHandler.Of(string.Empty);
        var client = Client(server);
        await client.SubmitSmsConversionAsync("id-1", delivered: true);
        await client.SubmitVoiceConversionAsync("id-2", delivered: false, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)));
        Assert.That(
            server.Sent.Select(sent => sent.Url.AbsoluteUri),
            Is.EqualTo(["https://api.nexmo.com/conversions/sms?message-id=id-1&delivered=true", "https://api.nexmo.com/conversions/voice?message-id=id-2&delivered=false&timestamp=2026-01-02%2002%3A04%3A05"]));
    }

    private static SmsClient Client(StubHandler server) => new(new HttpClient(server), VonageCredentials.FromApiKey("abcd1234", "secret"));

    private static SmsRequest Text() => new() { From = "ACME", To = "447700900000", Text = "Hello" };
}
