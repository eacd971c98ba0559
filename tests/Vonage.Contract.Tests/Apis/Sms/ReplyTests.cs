using System.Net;
using Vonage.Core.Pipeline;
using Vonage.Sms;

namespace Vonage.Contract.Tests.Apis.Sms;

[TestFixture]
public class ReplyTests
{
    private const string Taken = """{"to":"447700900000","message-id":"id-1","status":"0","remaining-balance":"3.14159265","message-price":"0.03330000","network":"12345"}""";

    [TestCase("""{"message-count":"1","messages":[TAKEN]}""", 1)]
    [TestCase("""{"message-count":"2","messages":[TAKEN,TAKEN]}""", 2)]
    [TestCase("""{"message-count":1,"messages":[{"status":0,"message-id":"id-1","message-price":"0.03330000"}]}""", 1)]
    public async Task A_success_is_returned(string body, int parts)
    {
        var reply = await SendAsync(body);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Messages, Has.Count.EqualTo(parts));
            Assert.That(reply.Messages[0].MessageId, Is.EqualTo("id-1"));
            Assert.That(reply.Messages[0].MessagePrice, Is.EqualTo(0.0333m));
            Assert.That(((IResponseCheck)reply).FindError(Http(body)), Is.Null);
        }
    }

    [TestCase(
        """{"message-count":"1","messages":[{"status":"4","error-text":"Bad Credentials"}]}""",
        "Sms.send failed: 1 of 1 parts was rejected, with status 4 (the credentials are not valid, or the account is disabled): Bad Credentials. (request id req-1)")]
    [TestCase(
        """{"message-count":"3","messages":[TAKEN,{"status":"9","error-text":"Partner quota violation."},{"status":"1","error-text":"Throttled"}]}""",
        "Sms.send failed: 2 of 3 parts were rejected, the first with status 9 (the account balance is too low for the message): Partner quota violation. (request id req-1)")]
    [TestCase(
        """{"message-count":"1","messages":[{"status":"99"}]}""",
        "Sms.send failed: 1 of 1 parts was rejected, with status 99. (request id req-1)")]
    [TestCase(
        """{"message-count":"1","messages":[{"message-id":"id-1"}]}""",
        "Sms.send failed: 1 of 1 parts was rejected, with status unknown. (request id req-1)")]
    [TestCase(
        """{"message-count":"1","messages":[{"status":"5","error-text":"a\r\nb"}]}""",
        "Sms.send failed: 1 of 1 parts was rejected, with status 5 (an internal error occurred in the API): a  b. (request id req-1)")]
    [TestCase(
        """{"message-count":"0","messages":[]}""",
        "Sms.send failed: the response contains no parts, so the message may not have been accepted. (request id req-1)")]
    [TestCase("{}", "Sms.send failed: the response contains no parts, so the message may not have been accepted. (request id req-1)")]
    public async Task A_failure_is_thrown(string body, string message)
    {
        var error = await Assert.ThrowsAsync<VonageSmsException>(() => SendAsync(body));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Message, Is.EqualTo(message));
            Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(error.Body, Is.EqualTo(Fill(body)));
            Assert.That(error.RequestId, Is.EqualTo("req-1"));
            Assert.That(error, Is.InstanceOf<VonageApiException>());
        }
    }

    [Test]
    public async Task A_message_of_which_every_part_was_refused_because_of_the_rate_is_sent_again()
    {
        var refused = """{"message-count":"2","messages":[{"status":"1","error-text":"Throttled"},{"status":"1"}]}""";
        var server = Server(refused, """{"message-count":"2","messages":[TAKEN,TAKEN]}""");
        await SendAsync(server);
        Assert.That(server.Sent.Select(sent => sent.Request.Text), Has.Exactly(2).Items.And.All.EqualTo(server.Sent[0].Request.Text));

        var error = await Assert.ThrowsAsync<VonageSmsException>(() => SendAsync(refused));
        Assert.That(error!.Attempts, Has.Count.EqualTo(3));
        Assert.That(error.Message, Does.Contain("with status 1 (too many requests per second)").And.Contain("It was attempted 3 times"));
    }

    [TestCase("""{"message-count":"2","messages":[TAKEN,{"status":"1"}]}""")]
    [TestCase("""{"message-count":"2","messages":[{"status":"1"},{"status":"5"}]}""")]
    [TestCase("""{"message-count":"0","messages":[]}""")]
    [TestCase("""{"message-count":"2","messages":[{"status":"1"}]}""")]
    [TestCase("""{"message-count":"2","messages":[null,{"status":"1"}]}""")]
    [TestCase("""{"message-count":"1","messages":[{"status":"1","message-id":"id-1"}]}""")]
    public async Task A_message_of_which_a_part_may_have_been_sent_is_not_sent_again(string body)
    {
        var server = Server(body);
        await Assert.ThrowsAsync<VonageSmsException>(() => SendAsync(server));
        Assert.That(server.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_failure_carries_the_whole_reply()
    {
        var error = await Assert.ThrowsAsync<VonageSmsException>(() => SendAsync("""{"message-count":"2","messages":[TAKEN,{"status":"7","error-text":"Number barred","to":"447700900000"}]}"""));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Response.Messages, Has.Count.EqualTo(2));
            Assert.That(error.Response.Messages[0].MessageId, Is.EqualTo("id-1"));
            Assert.That(error.FailedParts.Single(), Is.SameAs(error.Response.Messages[1]));
            Assert.That(error.Status, Is.EqualTo(SmsStatus.NumberBarred));
        }
    }

    [Test]
    public void Without_parts_there_is_no_status()
    {
        var error = new VonageSmsException(Http("{}"), new SmsResponse());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Status, Is.Null);
            Assert.That(error.FailedParts, Is.Empty);
            Assert.That(error.Message, Does.Not.Contain("request id"));
            Assert.That(() => new VonageSmsException(Http("{}"), null!), Throws.ArgumentNullException);
        }
    }

    [Test]
    public void Long_words_are_cut()
    {
        var reply = new SmsResponse { Messages = [new SmsResponsePart { Status = "3", ErrorText = new string('x', 5000) }] };
        Assert.That(new VonageSmsException(Http("{}"), reply).Message, Has.Length.LessThan(400));
    }

    [TestCaseSource(nameof(KnownFailures))]
    public void Every_known_failure_says_what_it_means(SmsStatus status)
    {
        var reply = new SmsResponse { Messages = [new SmsResponsePart { Status = status }] };
        Assert.That(new VonageSmsException(Http("{}"), reply).Message, Does.Match(@"with status \d+ \(.+\)\.$"));
    }

    private static IEnumerable<SmsStatus> KnownFailures() =>
        typeof(SmsStatus).GetProperties().Where(p => p.PropertyType == typeof(SmsStatus)).Select(p => (SmsStatus)p.GetValue(null)!).Where(s => s != SmsStatus.Success);

    private static Task<SmsResponse> SendAsync(string body) => SendAsync(Server(body));

    private static Task<SmsResponse> SendAsync(StubHandler server) =>
        new SmsClient(new HttpClient(server), VonageCredentials.FromApiKey("abcd1234", "secret"), new() { Retry = new() { Random = () => 0 } }).SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Hello" });

    // The last reply is for all further requests.
    private static StubHandler Server(params string[] bodies)
    {
        var sent = 0;
        return new((_, _) =>
        {
            var response = StubHandler.Json(Fill(bodies[Math.Min(sent++, bodies.Length - 1)]));
            response.Headers.Add("X-Request-Id", "req-1");
            return Task.FromResult(response);
        });
    }

    private static string Fill(string body) => body.Replace("TAKEN", Taken);

    private static ApiResponse Http(string body) => new("Sms.send", HttpMethod.Post, "/sms/json", HttpStatusCode.OK, body);
}
