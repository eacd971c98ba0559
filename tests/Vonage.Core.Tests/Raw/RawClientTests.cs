using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using RestSharp;
using Vonage.Core.Pipeline;
using Vonage.Raw;

namespace Vonage.Core.Tests;

internal sealed class RawClientTests : ServerTest
{
    private const string Url = "https://api.nexmo.com/v1/new-thing";

    private static readonly string[] Tags = ["a b", "c&d"];

    private static readonly int[] Numbers = [1, 2];

    [Test]
    public async Task A_get_request_carries_an_anonymous_query()
    {
        Server.Reply(200, """{"count":2,"price":0.03330000}""");
        var reply = await Raw().GetAsync<JObject>(Url, new { page_size = 10, tags = Tags, flag = true, none = (string?)null }, ApiAuthentication.Basic);
        Assert.That((int)reply["count"]!, Is.EqualTo(2));
        Assert.That(((decimal)reply["price"]!).ToString(CultureInfo.InvariantCulture), Is.EqualTo("0.03330000"));
        var request = Server.Request;
        Assert.That((request.Method, request.Path), Is.EqualTo(("GET", "/v1/new-thing")));
        Assert.That(WebUtility.UrlDecode(request.Query), Is.EqualTo("?page_size=10&tags=a b&tags=c&d&flag=true"));
        Assert.That(request.Header("Authorization"), Is.EqualTo(BasicAuthentication.Header(Keys.ApiKey, Keys.ApiSecret)));
        Assert.That(request.Header("User-Agent"), Does.StartWith("vonage-generated/"));
    }

    [Test]
    public async Task It_is_created_as_every_client()
    {
        var options = new VonageClientOptions { Hosts = { ["api.nexmo.com"] = Server.Address } };
        foreach (var raw in new[] { new RawClient(Keys.All, options), new RawClient(new HttpClient(), Keys.All, options), new RawClient(new VonageApiClient(Keys.All, options)) })
            await raw.GetAsync<JObject>(Url, null, ApiAuthentication.Basic);
        Assert.That(Server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_query_in_the_url_stays()
    {
        await Raw().GetAsync<JObject>(Url + "?a=1&b=x%20y", new { c = 3 }, ApiAuthentication.Basic);
        Assert.That(WebUtility.UrlDecode(Server.Request.Query), Is.EqualTo("?a=1&b=x y&c=3"));
    }

    [Test]
    public async Task Models_are_read_and_written_as_by_the_typed_clients()
    {
        Server.Reply(200, """{"name":"made","when":"2026-01-02 03:04:05"}""");
        var reply = await Raw().PostAsync<Thing>(Url, new Thing { Name = "a ß", Price = 1.10m }, ApiAuthentication.Jwt);
        Assert.That(reply.When, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
        Assert.That(Server.Request.Text, Is.EqualTo("""{"name":"a ß","price":1.10}"""));
        Assert.That(Server.Request.Header("Content-Type"), Does.StartWith("application/json"));
        Assert.That(Server.Request.Header("Authorization"), Does.StartWith("Bearer "));
    }

    [Test]
    public async Task Every_verb_is_there()
    {
        await Raw().PutAsync<JObject>(Url, new { a = 1 }, ApiAuthentication.Basic);
        await Raw().PatchAsync<JObject>(Url, new { a = 1 }, ApiAuthentication.Basic);
        await Raw().DeleteAsync<JObject>(Url, new { a = 1 }, ApiAuthentication.Basic);
        await Raw().DeleteAsync(Url, null, ApiAuthentication.Basic);
        await Raw().PostAsync<JObject>(Url, null, ApiAuthentication.None);
        Assert.That(string.Join(" ", Server.Requests.Select(r => r.Method)), Is.EqualTo("PUT PATCH DELETE DELETE POST"));
        Assert.That(Server.Requests.Last().Header("Authorization"), Is.Null);
    }

    [Test]
    public async Task A_form_is_submitted()
    {
        await Raw().SubmitFormAsync<JObject>(Url, new { to = "447700900000", text = "a b&c ß", tags = Numbers }, ApiAuthentication.KeyInBody);
        Assert.That(Server.Request.Header("Content-Type"), Does.StartWith("application/x-www-form-urlencoded"));
        Assert.That(string.Join(" ", QueryBuilder.Parse(Server.Request.Text).Select(f => f.Key + "=" + f.Value)), Is.EqualTo($"to=447700900000 text=a b&c ß tags=1 tags=2 api_key={Keys.ApiKey} api_secret={Keys.ApiSecret}"));
    }

    [Test]
    public async Task Key_and_secret_go_where_they_are_asked_to()
    {
        await Raw().GetAsync<JObject>(Url, new { a = 1 }, ApiAuthentication.KeyInQuery);
        await Raw().GetAsync<JObject>(Url, null, ApiAuthentication.KeyInBody);
        await Raw().PostAsync<JObject>(Url, new { a = 1 }, ApiAuthentication.KeyInBody);
        var requests = Server.Requests.ToArray();
        Assert.That(requests[0].Query, Is.EqualTo($"?a=1&api_key={Keys.ApiKey}&api_secret={Keys.ApiSecret}"));
        Assert.That(requests[1].Query, Is.EqualTo($"?api_key={Keys.ApiKey}&api_secret={Keys.ApiSecret}"));
        Assert.That(requests[2].Text, Is.EqualTo($$"""{"a":1,"api_key":"{{Keys.ApiKey}}","api_secret":"{{Keys.ApiSecret}}"}"""));
    }

    [Test]
    public async Task Signatures_cover_query_form_and_json()
    {
        await Raw().GetAsync<JObject>(Url + "?escaped=%C3%9F+1%26", new { a = "x y" }, ApiAuthentication.Signature);
        await Raw().SubmitFormAsync<JObject>(Url, new { a = "x&y" }, ApiAuthentication.Signature);
        await Raw().PostAsync<JObject>(Url, new { a = "x=y", n = 5, list = Numbers }, ApiAuthentication.Signature);
        var requests = Server.Requests.ToArray();
        foreach (var fields in new[] { QueryBuilder.Parse(requests[0].Query[1..]), QueryBuilder.Parse(requests[1].Text), JsonBody.Scalars(JObject.Parse(requests[2].Text)) })
            Assert.That(SmsSignature.Verify(fields!, fields.Single(f => f.Key == "sig").Value, Keys.SignatureSecret, SignatureMethod.Md5Hash), Is.True);
    }

    [Test]
    public async Task Any_request_can_be_sent_and_sent_again()
    {
        var request = new RestRequest("https://api.nexmo.com/v1/{kind}/1", Method.Post)
            .AddUrlSegment("kind", "a b")
            .AddQueryParameter("q", "1")
            .AddHeader("X-Mine", "yes")
            .AddJsonBody(new Thing { Name = "json" });
        var first = await Raw().SendAsync(request, ApiAuthentication.KeyInBody);
        await Raw().SendAsync(request, ApiAuthentication.KeyInBody);
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Server.Requests.Select(r => r.Text).Distinct().Single(), Is.EqualTo($$"""{"name":"json","api_key":"{{Keys.ApiKey}}","api_secret":"{{Keys.ApiSecret}}"}"""));
        Assert.That((Server.Requests.Last().Path, Server.Requests.Last().Query, Server.Requests.Last().Header("X-Mine")), Is.EqualTo(("/v1/a%20b/1", "?q=1", "yes")));
        Assert.That(request.Parameters.Select(p => p.Value?.ToString()), Has.None.Contains(Keys.ApiSecret));
        Assert.That(request.Authenticator, Is.Null);
    }

    [Test]
    public async Task A_file_can_be_sent()
    {
        var request = new RestRequest(Url, Method.Post).AddFile("upload", [1, 2, 3], "a.bin").AddParameter("name", "n");
        await Raw().SendAsync(request, ApiAuthentication.Basic);
        Assert.That(Server.Request.Header("Content-Type"), Does.StartWith("multipart/form-data"));
        Assert.That(Server.Request.Text, Does.Contain("a.bin").And.Contain("name=\"name\""));
    }

    [Test]
    public async Task The_parts_of_a_file_request_are_signed()
    {
        var request = new RestRequest(Url, Method.Post).AddFile("upload", [1, 2, 3], "a.bin").AddParameter("name", "n");
        await Raw().SendAsync(request, ApiAuthentication.Signature);
        var fields = Regex.Matches(Server.Request.Text, "name=\"?(\\w+)\"?\r\n\r\n([^\r]*)").Select(m => KeyValuePair.Create(m.Groups[1].Value, (string?)m.Groups[2].Value)).ToList();
        Assert.That(string.Join(" ", fields.Select(f => f.Key)), Is.EqualTo("name api_key timestamp sig"));
        Assert.That(SmsSignature.Verify(fields, fields[3].Value!, Keys.SignatureSecret, SignatureMethod.Md5Hash), Is.True);
        Assert.That(Server.Request.Text, Does.Contain("a.bin"));
    }

    [Test]
    public void A_body_without_fields_has_no_place_for_credentials() =>
        Assert.That(
            async () => await Raw().SendAsync(new RestRequest(Url, Method.Post).AddStringBody("plain", ContentType.Plain), ApiAuthentication.KeyInBody),
            Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("neither a form nor a JSON object"));

    [Test]
    public async Task A_json_reply_is_text_where_text_is_asked_for()
    {
        Server.Reply(200, """{"a": 1}""");
        Assert.That(await Raw().GetAsync<string>(Url, null, ApiAuthentication.Basic), Is.EqualTo("""{"a": 1}"""));
        Server.Reply(200, "");
        Assert.That(await Raw().GetAsync<string>(Url, null, ApiAuthentication.Basic), Is.Empty);
    }

    [Test]
    public async Task A_reply_is_RestSharps_to_read()
    {
        Server.Reply(200, """{"name":"made"}""");
        var reply = await Raw().SendAsync(new RestRequest(Url), ApiAuthentication.Basic);
        Assert.That((reply.Content, reply.ContentType, reply.IsSuccessful), Is.EqualTo(("""{"name":"made"}""", "application/json", true)));
    }

    [TestCase(null)]
    [TestCase(60)]
    public async Task The_timeout_of_a_RestSharp_request_is_one_of_the_call(int? seconds)
    {
        var isSilent = true;
        Server.Answer = async context =>
        {
            if (!isSilent)
            {
                context.Response.ContentLength = 100;
                await context.Response.Body.WriteAsync("{"u8.ToArray());
                await context.Response.Body.FlushAsync();
            }

            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var options = seconds is { } time ? new RequestOptions { Timeout = TimeSpan.FromSeconds(time) } : null;
        var request = new RestRequest(Url, Method.Post).AddJsonBody("{}");
        var error = await Patience.TryAsync(TimeSpan.FromMilliseconds(150), FailAsync, error => error.WasSent == RequestSent.Unknown);
        Assert.That((error.Timeout, error.WasSent, error.Operation), Is.EqualTo((request.Timeout, RequestSent.Unknown, "raw")));
        isSilent = false;
        error = await Patience.TryAsync(TimeSpan.FromMilliseconds(150), FailAsync, error => error.StatusCode is not null);
        Assert.That((error.StatusCode, error.WasSent), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.OK, RequestSent.Yes)));
        using var source = new CancellationTokenSource(20);
        Assert.That((await Assert.CatchAsync<OperationCanceledException>(() => Raw().SendAsync(request, ApiAuthentication.Basic, options, source.Token)))!.Message, Does.Contain("cancelled by its caller"));
        Assert.That(async () => await Raw().SendAsync(new RestRequest(Url) { Timeout = TimeSpan.Zero }, ApiAuthentication.Basic), Throws.InstanceOf<ApiTimeoutException>());

        async Task<ApiTimeoutException> FailAsync(TimeSpan timeout)
        {
            request.Timeout = timeout;
            return (await Assert.ThrowsAsync<ApiTimeoutException>(() => Raw().SendAsync(request, ApiAuthentication.Basic, options)))!;
        }
    }

    [Test]
    public async Task What_goes_wrong_with_RestSharp_is_what_goes_wrong_with_typed_calls()
    {
        Server.Reply(404, """{"title":"Not found"}""", "application/problem+json");
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Raw().SendAsync(new RestRequest(Url), ApiAuthentication.Basic)))!;
        Assert.That((error.Message, error.Problem!.Title), Is.EqualTo(("raw failed: 404 Not Found. Not found", "Not found")));
        Server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var options = new RequestOptions { Timeout = TimeSpan.FromMilliseconds(50) };
        await Assert.ThrowsAsync<ApiTimeoutException>(() => Raw().SendAsync(new RestRequest(Url), ApiAuthentication.Basic, options));
        using var source = new CancellationTokenSource(50);
        await Assert.CatchAsync<OperationCanceledException>(() => Raw().SendAsync(new RestRequest(Url), ApiAuthentication.Basic, null, source.Token));
        var handler = new StubHandler((_, _) => throw new HttpRequestException("no route"));
        var raw = new RawClient(new VonageApiClient(new HttpClient(handler), Keys.Account, new VonageClientOptions { Retry = RetryOptions.None }));
        await Assert.ThrowsAsync<ApiConnectionException>(() => raw.SendAsync(new RestRequest(Url), ApiAuthentication.Basic));
        Assert.That(handler.Sent, Has.Count.EqualTo(1));
        await Assert.ThrowsAsync<MissingCredentialsException>(() => raw.SendAsync(new RestRequest(Url), ApiAuthentication.Jwt));
        await Assert.ThrowsAsync<InvalidRequestException>(() => raw.SendAsync(new RestRequest("https://evil.example/v1"), ApiAuthentication.Basic));
        await Assert.ThrowsAsync<InvalidRequestException>(() => raw.SendAsync(new RestRequest("/v1/relative"), ApiAuthentication.Basic));
        Assert.That(handler.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task RestSharp_does_not_follow_a_redirect()
    {
        Server.Answer = context =>
        {
            context.Response.Redirect(new Uri(Server.Address, "/elsewhere").AbsoluteUri);
            return Task.CompletedTask;
        };
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Raw().SendAsync(new RestRequest(Url), ApiAuthentication.KeyInQuery)))!;
        Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Calls_at_the_same_time_keep_their_own_scheme()
    {
        var raw = Raw();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => raw.SendAsync(new RestRequest($"https://api.nexmo.com/v1/{i}"), i % 2 == 0 ? ApiAuthentication.Basic : ApiAuthentication.Jwt)));
        foreach (var request in Server.Requests)
            Assert.That(request.Header("Authorization"), Does.StartWith(int.Parse(request.Path.AsSpan(4), CultureInfo.InvariantCulture) % 2 == 0 ? "Basic " : "Bearer "));
    }

    [Test]
    public async Task Each_try_sends_the_whole_request_again()
    {
        Server.Answer = context => LoopbackServer.Json(context, Server.Requests.Count < 2 ? 503 : 200, "{}");
        var raw = new RawClient(Client(configure: o => o.Retry = new() { Random = () => 0 }));
        await raw.SendAsync(new RestRequest(Url, Method.Put).AddJsonBody(new Thing { Name = "again" }), ApiAuthentication.Signature);
        Assert.That(Server.Requests.Select(r => (string?)JObject.Parse(r.Text)["name"]), Is.EqualTo((string[])["again", "again"]));
    }

    [Test]
    public async Task A_requests_own_authorization_is_kept()
    {
        await Raw().SendAsync(new RestRequest(Url).AddHeader("authorization", "Bearer mine"), ApiAuthentication.Basic);
        Assert.That(Server.Request.Header("Authorization"), Is.EqualTo("Bearer mine"));
    }

    [Test]
    public async Task Options_for_one_call_count()
    {
        var options = new RequestOptions { Headers = { ["X-Trace"] = "42" }, Credentials = VonageCredentials.FromApiKey("other", "one"), BaseAddress = new Uri(Server.Address, "/base/") };
        await new RawClient(new VonageApiClient(Keys.All)).GetAsync<JObject>(Url, null, ApiAuthentication.Basic, options);
        Assert.That((Server.Request.Path, Server.Request.Header("X-Trace")), Is.EqualTo(("/base/v1/new-thing", "42")));
        Assert.That(Server.Request.Header("Authorization"), Is.EqualTo(BasicAuthentication.Header("other", "one")));
    }

    [Test]
    public async Task An_error_is_the_providers_error()
    {
        Server.Answer = context =>
        {
            context.Response.Headers["X-Request-Id"] = "7";
            return LoopbackServer.Json(context, 404, """{"title":"Not found","detail":"No such thing"}""", "application/problem+json");
        };
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Raw().GetAsync<JObject>(Url, null, ApiAuthentication.Basic)))!;
        Assert.That((error.StatusCode, error.Path, error.Problem!.Detail, error.RequestId), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.NotFound, "/v1/new-thing", "No such thing", "7")));
        Assert.That(error.Message, Does.StartWith("raw failed: 404 Not Found"));
    }

    [Test]
    public async Task A_reply_that_cannot_be_read_is_an_error()
    {
        Server.Reply(200, "<html/>", "text/html");
        Assert.That(async () => await Raw().GetAsync<JObject>(Url, null, ApiAuthentication.Basic), Throws.InstanceOf<VonageApiException>().With.Property("Body").EqualTo("<html/>"));
        Assert.That(await Raw().GetAsync<string>(Url, null, ApiAuthentication.Basic), Is.EqualTo("<html/>"));
        Server.Reply(200, "");
        Assert.That(async () => await Raw().GetAsync<JObject>(Url, null, ApiAuthentication.Basic), Throws.InstanceOf<VonageApiException>().With.Message.Contains("no body"));
    }

    [TestCase(" ")]
    [TestCase("\r\n")]
    [TestCase("\0")]
    [TestCase("null")]
    public void A_reply_without_a_value_is_not_zero(string body)
    {
        Server.Reply(200, body);
        Assert.That(async () => await Raw().GetAsync<int>(Url, null, ApiAuthentication.Basic), Throws.InstanceOf<VonageApiException>());
        Assert.That(async () => await Raw().GetAsync<bool>(Url, null, ApiAuthentication.Basic), Throws.InstanceOf<VonageApiException>());
    }

    [TestCase("Content-Length", "3")]
    [TestCase("Host", "planted.example")]
    [TestCase("a b", "planted")]
    [TestCase("X-Mine", "plantedé")]
    public void A_header_of_a_RestSharp_request_that_cannot_be_sent_is_refused(string name, string value)
    {
        var request = new RestRequest(Url, Method.Post).AddHeader(name, value).AddJsonBody("""{"a":1}""");
        Assert.That(async () => await Raw().SendAsync(request, ApiAuthentication.Basic), Throws.InstanceOf<InvalidRequestException>().With.Property("Field").EqualTo(name).And.Message.Not.Contains("planted"));
        Assert.That(Server.Requests, Is.Empty);
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        Server.Answer = context =>
        {
            context.Response.Redirect(new Uri(Server.Address, "/elsewhere").AbsoluteUri);
            return Task.CompletedTask;
        };
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Raw().GetAsync<JObject>(Url, null, ApiAuthentication.KeyInQuery)))!;
        Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("""{"count":"planted"}""")]
    [TestCase("""{"count":123456789012345}""")]
    [TestCase("""{"count":12345678.9.0}""")]
    [TestCase("""{"count":planted}""")]
    [TestCase("""{"day":"planted"}""")]
    [TestCase("""{"kind":"planted"}""")]
    [TestCase("""{"inner":"planted"}""")]
    public async Task A_reply_that_does_not_fit_a_class_is_not_quoted(string body)
    {
        Server.Reply(200, body);
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Raw().GetAsync<OwnReply>(Url, null, ApiAuthentication.Basic)))!;
        Assert.That(error.ToString(), Does.Contain("OwnReply").And.Not.Contain("planted").And.Not.Contain("12345678"));
        Assert.That(error.Body, Is.EqualTo(body));
    }

    [TestCase("planted\r\nX-Evil: 1")]
    [TestCase("planted\n")]
    [TestCase("planted\0")]
    public void A_header_with_a_line_break_is_refused_and_not_quoted(string value)
    {
        var options = new RequestOptions { Headers = { ["X-Mine"] = value } };
        foreach (var call in new Func<Task>[]
        {
            () => Raw().GetAsync<JObject>(Url, null, ApiAuthentication.Basic, options),
            () => Raw().SendAsync(new RestRequest(Url), ApiAuthentication.Basic, options),

            // RestSharp itself refuses a line break when the header is added.
            () => Raw().SendAsync(new RestRequest(Url).AddHeader("X-Mine", value.Replace('\r', '\0').Replace('\n', '\0')), ApiAuthentication.Basic),
        })
            Assert.That(async () => await call(), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("X-Mine").And.Message.Not.Contains("planted"));
        Assert.That(Server.Requests, Is.Empty);
    }

    [Test]
    public void Deadlines_and_cancellations_are_told_apart()
    {
        using var source = new CancellationTokenSource();
        var handler = new StubHandler(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return null!;
        });
        var raw = new RawClient(new VonageApiClient(new HttpClient(handler), Keys.All));
        var options = new RequestOptions { Timeout = TimeSpan.FromMilliseconds(50) };
        Assert.That(async () => await raw.GetAsync<JObject>(Url, null, ApiAuthentication.Basic, options), Throws.InstanceOf<ApiTimeoutException>());
        source.CancelAfter(50);
        Assert.That(async () => await raw.GetAsync<JObject>(Url, null, ApiAuthentication.Basic, null, source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void A_failure_on_the_way_is_a_connection_error()
    {
        var raw = new RawClient(new VonageApiClient(new HttpClient(new StubHandler((_, _) => throw new HttpRequestException("no route"))), Keys.All));
        Assert.That(async () => await raw.GetAsync<JObject>(Url, null, ApiAuthentication.Basic), Throws.InstanceOf<ApiConnectionException>().With.Message.Contains("no route"));
        raw = new RawClient(new VonageApiClient(new HttpClient(new StubHandler((_, _) => throw new InvalidOperationException("circuit open"))), Keys.All));
        Assert.That(async () => await raw.GetAsync<JObject>(Url, null, ApiAuthentication.Basic), Throws.InstanceOf<InvalidOperationException>().With.Message.EqualTo("circuit open"));
    }

    [TestCase("https://evil.example/v1")]
    [TestCase("http://api.nexmo.com/v1")]
    [TestCase("https://api.nexmo.com:8443/v1")]
    [TestCase("https://api.nexmo.com@evil.example/v1")]
    [TestCase("https://api.nexmo.com.evil.example/v1")]
    [TestCase("/v1/relative")]
    [TestCase("ftp://api.nexmo.com/v1")]
    public void Strangers_get_neither_credentials_nor_a_request(string url)
    {
        var handler = new StubHandler();
        var raw = new RawClient(new VonageApiClient(new HttpClient(handler), Keys.All));
        Assert.That(async () => await raw.GetAsync<JObject>(url, null, ApiAuthentication.Basic), Throws.InstanceOf<InvalidRequestException>());
        Assert.That(handler.Sent, Is.Empty);
    }

    [Test]
    public void What_is_missing_is_said_before_anything_is_sent() =>
        Assert.That(
            async () => await new RawClient(new VonageApiClient(Keys.Application)).GetAsync<JObject>(Url, null, ApiAuthentication.Basic),
            Throws.InstanceOf<MissingCredentialsException>());

    [Test]
    public void Parameters_are_single_values_or_lists_of_them()
    {
        Assert.That(async () => await Raw().GetAsync<JObject>(Url, new { a = new { b = 1 } }, ApiAuthentication.Basic), Throws.InstanceOf<InvalidRequestException>());
        Assert.That(async () => await Raw().GetAsync<JObject>(Url, "a=1", ApiAuthentication.Basic), Throws.InstanceOf<InvalidRequestException>());
        Assert.That(async () => await Raw().PostAsync<JObject>(Url, Numbers, ApiAuthentication.KeyInBody), Throws.InstanceOf<InvalidRequestException>());
    }

    [Test]
    public async Task The_http_client_is_left_as_it_was()
    {
        using var http = new HttpClient(new StubHandler()) { Timeout = TimeSpan.FromSeconds(7) };
        await new RawClient(new VonageApiClient(http, Keys.All)).GetAsync<JObject>(Url, null, ApiAuthentication.Basic);
        Assert.That((http.Timeout, http.BaseAddress, http.DefaultRequestHeaders.Count()), Is.EqualTo((TimeSpan.FromSeconds(7), (Uri?)null, 0)));
    }

    private RawClient Raw() => new(Client());

    private sealed class OwnReply
    {
        public int Count { get; set; }

        public DayOfWeek Day { get; set; }

        public Guid Kind { get; set; }

        public OwnReply? Inner { get; set; }
    }
}
