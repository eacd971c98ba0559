using System.Net;
using Vonage.Core.Pipeline;

namespace Vonage.Common.Tests;

internal sealed class ProblemTests
{
    [TestCase("""{"type":"t","title":"Bad Request","detail":"No.","instance":"i"}""", "Bad Request", "No.")]
    [TestCase("""{"error-code":"401","error-code-label":"authentication failed"}""", "authentication failed", null)]
    [TestCase("""{"error-code":"420"}""", "420", null)]
    [TestCase("""{"error_title":"Unauthorised","type":"UNAUTHORISED"}""", "Unauthorised", null)]
    [TestCase("""{"status":"3","error_text":"Invalid value for param: number"}""", null, "Invalid value for param: number")]
    [TestCase("""{"error":"invalid_client","error_description":"unknown"}""", "invalid_client", "unknown")]
    [TestCase("""{"code":"http:error:validation-fail","description":"Bad request","error":{"to":["x"]}}""", "http:error:validation-fail", "Bad request")]
    [TestCase("""{"code":10201,"message":"No sessions"}""", "10201", "No sessions")]
    [TestCase("""{"title":"T","detail":""}""", "T", "")]
    [TestCase("  {\"detail\":\"d\"}", null, "d")]
    public void Errors_old_and_new_are_read(string body, string? title, string? detail)
    {
        var problem = Error(body).Problem!;
        Assert.That((problem.Title, problem.Detail), Is.EqualTo((title, detail)));
    }

    [Test]
    public void Fields_of_older_errors_stay_as_they_came()
    {
        var problem = Error("""{"error-code":"401","error-code-label":"authentication failed","more":{"a":1}}""").Problem!;
        Assert.That((string?)problem.AdditionalProperties["error-code"], Is.EqualTo("401"));
        Assert.That((int)problem.AdditionalProperties["more"]["a"]!, Is.EqualTo(1));
    }

    [Test]
    public void Refused_fields_are_listed()
    {
        var problem = Error("""{"title":"Invalid","invalid_parameters":[{"name":"secret","reason":"too short"}]}""").Problem!;
        Assert.That((problem.InvalidParameters[0].Name, problem.InvalidParameters[0].Reason), Is.EqualTo(("secret", "too short")));
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("<html>{}</html>")]
    [TestCase("[1]")]
    [TestCase("{}")]
    [TestCase("{\"title\":")]
    [TestCase("plain text")]
    public void What_is_no_problem_is_none(string body) => Assert.That(Error(body).Problem, Is.Null);

    [TestCase("""{"title":{"not":"text"},"detail":"Top up"}""")]
    [TestCase("""{"detail":"Top up","invalid_parameters":"b"}""")]
    public void A_member_of_another_type_costs_a_problem_nothing_else(string body) => Assert.That(Error(body).Problem?.Detail, Is.EqualTo("Top up"));

    [TestCase("""{"title":"Low credit.","detail":"Top up."}""", "Things.get failed: 402 Payment Required. Low credit: Top up.")]
    [TestCase("""{"title":"Low credit"}""", "Things.get failed: 402 Payment Required. Low credit")]
    [TestCase("""{"detail":"Top up"}""", "Things.get failed: 402 Payment Required. Top up")]
    [TestCase("""{"more":1}""", "Things.get failed: 402 Payment Required")]
    [TestCase("""{"title":"a\r\nb\u0000c"}""", "Things.get failed: 402 Payment Required. a  b c")]
    public void The_message_is_one_line(string body, string message) => Assert.That(Error(body).Message, Is.EqualTo(message));

    [Test]
    public void The_message_is_not_endless() =>
        Assert.That(Error($$"""{"title":"{{new string('x', 10_000)}}"}""").Message, Has.Length.LessThan(600).And.EndsWith("…"));

    [TestCase((HttpStatusCode)429, "Too Many Requests")]
    [TestCase((HttpStatusCode)420, "420")]
    [TestCase((HttpStatusCode)599, "599")]
    [TestCase(HttpStatusCode.IMUsed, "226")]
    public void Every_status_has_a_name_or_its_number(HttpStatusCode status, string shown) =>
        Assert.That(new ApiException(new ApiResponse("Things.get", HttpMethod.Get, "/", status)).Message, Does.Contain(shown));

    [Test]
    public void A_reply_can_be_made_up_for_tests()
    {
        var headers = new Dictionary<string, IReadOnlyList<string>> { ["X-Request-Id"] = ["id"], ["Content-Type"] = ["text/plain; charset=utf-8"] };
        var reply = new ApiResponse("Things.get", HttpMethod.Get, "/v1", HttpStatusCode.BadRequest, "body", headers);
        var error = new VonageApiException(reply, "Because.", new InvalidOperationException("inner"));
        Assert.That((error.Message, error.Body, error.RequestId, error.InnerException!.Message), Is.EqualTo(("Things.get failed: 400 Bad Request. Because. (request id id)", "body", "id", "inner")));
        Assert.That((reply.MediaType, reply.IsSuccess, reply.RetryAfter), Is.EqualTo(("text/plain", false, (TimeSpan?)null)));
        Assert.That(new ApiResponse("a", HttpMethod.Get, "/", HttpStatusCode.OK).Headers, Is.Empty);
    }

    [TestCase("120", null, 120d)]
    [TestCase("0", null, 0d)]
    [TestCase("Sat, 21 Nov 2026 12:01:00 GMT", null, 60d)]
    [TestCase("Sat, 21 Nov 2026 12:01:00 GMT", "Sat, 21 Nov 2026 12:00:30 GMT", 30d)]
    [TestCase("Sat, 21 Nov 2026 11:00:00 GMT", null, 0d)]
    [TestCase("soon", null, null)]
    [TestCase("-5", null, null)]
    [TestCase("", null, null)]
    public void The_wait_that_a_server_asks_for_is_read(string retryAfter, string? date, double? seconds)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["retry-after"] = [retryAfter] };
        if (date is not null)
            headers["Date"] = [date];
        Assert.That(ReplyHeaders.RetryAfter(headers, new ManualTime().GetUtcNow())?.TotalSeconds, Is.EqualTo(seconds));
    }

    [TestCase("X-Request-Id")]
    [TestCase("x-nexmo-trace-id")]
    [TestCase("X-Correlation-ID")]
    public async Task The_request_id_has_many_names(string name)
    {
        using var response = StubHandler.Json("{}", HttpStatusCode.NotFound);
        response.Headers.TryAddWithoutValidation(name, "7");
        var handler = new StubHandler((_, _) => Task.FromResult(response));
        var error = await Assert.ThrowsAsync<VonageApiException>(() => new VonageApiClient(new HttpClient(handler), Keys.All).SendAsync(Operations.GetThing()));
        Assert.That(error!.RequestId, Is.EqualTo("7"));
    }

    private static VonageApiException Error(string body) => new(new ApiResponse("Things.get", HttpMethod.Get, "/v1/things/1", HttpStatusCode.PaymentRequired, body));
}
