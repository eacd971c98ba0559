using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;

namespace Vonage.Common.Tests;

internal sealed class SchemeTests
{
    private static readonly ManualTime Time = new(DateTimeOffset.FromUnixTimeSeconds(1_461_605_396));

    [Test]
    public async Task The_first_declared_scheme_that_the_credentials_serve_is_used()
    {
        Assert.That((await SendAsync(Keys.All, Request("GET", ApiAuthentication.Jwt, ApiAuthentication.Basic))).Header("Authorization"), Does.StartWith("Bearer "));
        Assert.That((await SendAsync(Keys.Account, Request("GET", ApiAuthentication.Jwt, ApiAuthentication.Basic))).Header("Authorization"), Does.StartWith("Basic "));
        Assert.That((await SendAsync(Keys.All, Request("GET", ApiAuthentication.Basic, ApiAuthentication.Jwt))).Header("Authorization"), Does.StartWith("Basic "));
    }

    [Test]
    public async Task A_preference_counts_where_it_is_accepted_and_served()
    {
        Assert.That((await SendAsync(Keys.All, Request("GET", ApiAuthentication.Jwt, ApiAuthentication.Basic), ApiAuthentication.Basic)).Header("Authorization"), Does.StartWith("Basic "));
        Assert.That((await SendAsync(Keys.All, Request("GET", ApiAuthentication.Jwt), ApiAuthentication.Basic)).Header("Authorization"), Does.StartWith("Bearer "));
        Assert.That((await SendAsync(Keys.Application, Request("GET", ApiAuthentication.Jwt, ApiAuthentication.Basic), ApiAuthentication.Basic)).Header("Authorization"), Does.StartWith("Bearer "));
    }

    [Test]
    public async Task A_call_can_ask_for_a_scheme()
    {
        var options = new RequestOptions { Authentication = ApiAuthentication.Basic };
        Assert.That((await SendAsync(Keys.All, Operations.GetThing(options))).Header("Authorization"), Does.StartWith("Basic "));
        Assert.That(async () => await SendAsync(Keys.Application, Operations.GetThing(options)), Throws.InstanceOf<MissingCredentialsException>());
        options.Authentication = ApiAuthentication.KeyInQuery;
        Assert.That(async () => await SendAsync(Keys.All, Operations.GetThing(options)), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("Jwt, Basic"));
    }

    [Test]
    public async Task A_call_can_have_credentials_of_its_own()
    {
        var options = new RequestOptions { Credentials = VonageCredentials.FromApiKey("other", "secret") };
        Assert.That((await SendAsync(Keys.All, Operations.GetThing(options))).Header("Authorization"), Is.EqualTo(BasicAuthentication.Header("other", "secret")));
    }

    [Test]
    public async Task An_open_operation_shows_nothing()
    {
        Assert.That((await SendAsync(Keys.All, new ApiRequest(Operations.Open, "/open", null))).Header("Authorization"), Is.Null);
        Assert.That((await SendAsync(Keys.Application, Request("GET", ApiAuthentication.Basic, ApiAuthentication.None))).Header("Authorization"), Is.Null);
        Assert.That((await SendAsync(Keys.All, new ApiRequest(Operations.Open, "/open", new RequestOptions { Authentication = ApiAuthentication.Basic }))).Header("Authorization"), Is.Null);
    }

    [Test]
    public async Task Nothing_suitable_is_said_before_anything_is_sent()
    {
        var handler = new StubHandler();
        var client = new VonageApiClient(new HttpClient(handler), VonageCredentials.FromSignature("k", Keys.SignatureSecret));
        var error = (await Assert.ThrowsAsync<MissingCredentialsException>(() => client.SendAsync<Thing>(Operations.GetThing())))!;
        Assert.That(error.Message, Does.Contain("Things.get").And.Contain("Jwt").And.Contain("Basic").And.Contain("VONAGE_APPLICATION_ID").And.Contain("VONAGE_API_SECRET").And.Not.Contain(Keys.SignatureSecret));
        Assert.That((error.Operation, error.Accepted.Count), Is.EqualTo(("Things.get", 2)));
        Assert.That(handler.Sent, Is.Empty);
    }

    [Test]
    public async Task A_callers_own_header_is_left_alone()
    {
        var options = new RequestOptions { Headers = { ["authorization"] = "Bearer camara" } };
        Assert.That((await SendAsync(Keys.Account, Request("GET", options, ApiAuthentication.Jwt))).Header("Authorization"), Is.EqualTo("Bearer camara"));
        Assert.That((await SendAsync(Keys.All, Operations.GetThing().Header("Authorization", "Bearer declared"))).Header("Authorization"), Is.EqualTo("Bearer declared"));
    }

    [Test]
    public async Task A_http_clients_default_header_is_left_alone()
    {
        var handler = new StubHandler();
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer mine");
        var client = new VonageApiClient(http, Keys.All);
        await client.SendAsync(Operations.GetThing());
        await client.SendAsync(Operations.GetThing(new RequestOptions { Authentication = ApiAuthentication.Basic }));
        Assert.That(handler.Sent[0].Request.Header("Authorization"), Is.EqualTo("Bearer mine"));
        Assert.That(handler.Sent[1].Request.Header("Authorization"), Does.StartWith("Basic "));
    }

    [TestCase("GET", "?a=1&api_key=abcd1234&api_secret=s3cret-that-must-not-show")]
    [TestCase("POST", "?a=1&api_key=abcd1234&api_secret=s3cret-that-must-not-show")]
    public async Task Query_puts_key_and_secret_behind_the_others(string method, string query)
    {
        var sent = await SendAsync(Keys.Account, Request(method, ApiAuthentication.KeyInQuery).Query("a", "1"));
        Assert.That((sent.Query, sent.Header("Authorization")), Is.EqualTo((query, (string?)null)));
    }

    [Test]
    public async Task Body_puts_key_and_secret_among_the_fields()
    {
        var form = await SendAsync(Keys.Account, Request("POST", ApiAuthentication.KeyInBody).Form(new ThingForm { Name = "a&b" }));
        Assert.That(form.Text, Is.EqualTo("name=a%26b&api_key=abcd1234&api_secret=s3cret-that-must-not-show"));
        var json = await SendAsync(Keys.Account, Request("POST", ApiAuthentication.KeyInBody).Json(new Thing { Name = "a", Price = 1.50m }));
        Assert.That(json.Text, Is.EqualTo("""{"name":"a","price":1.50,"api_key":"abcd1234","api_secret":"s3cret-that-must-not-show"}"""));
        var multipart = await SendAsync(Keys.Account, Request("POST", ApiAuthentication.KeyInBody).Multipart(new Parts()));
        Assert.That(multipart.Text, Does.Contain("name=\"api_secret\""));
        var empty = await SendAsync(Keys.Account, Request("POST", ApiAuthentication.KeyInBody));
        Assert.That(empty.Text, Is.EqualTo("api_key=abcd1234&api_secret=s3cret-that-must-not-show"));
        var get = await SendAsync(Keys.Account, Request("GET", ApiAuthentication.KeyInBody));
        Assert.That((get.Text, get.Query), Is.EqualTo((string.Empty, "?api_key=abcd1234&api_secret=s3cret-that-must-not-show")));
    }

    [Test]
    public async Task What_is_there_already_is_not_added_again()
    {
        var sent = await SendAsync(Keys.Account, Request("GET", ApiAuthentication.KeyInQuery).Query("api_key", "mine"));
        Assert.That(sent.Query, Is.EqualTo("?api_key=mine&api_secret=s3cret-that-must-not-show"));
    }

    [Test]
    public void A_json_list_has_no_place_for_credentials() =>
        Assert.That(async () => await SendAsync(Keys.Account, Request("POST", ApiAuthentication.KeyInBody).Json(Array.Empty<Thing>())), Throws.InstanceOf<InvalidRequestException>());

    [Test]
    public async Task Signature_signs_the_fields_of_a_form()
    {
        var credentials = VonageCredentials.FromSignature("abcd", "secret", SignatureMethod.HmacSha256);
        var sent = await SendAsync(credentials, Request("POST", ApiAuthentication.Signature).Form(new ThingForm { Name = "a&b=c", Tags = { "z", "y" } }));
        var fields = QueryBuilder.Parse(sent.Text);
        Assert.That(string.Join(" ", fields.Select(f => f.Key)), Is.EqualTo("name tags tags api_key timestamp sig"));
        Assert.That(fields[4].Value, Is.EqualTo("1461605396"));
        Assert.That(SmsSignature.Verify(fields!, fields[5].Value, "secret", SignatureMethod.HmacSha256), Is.True);
        Assert.That(SmsSignature.Text(fields!), Is.EqualTo("&api_key=abcd&name=a_b_c&tags=z&tags=y&timestamp=1461605396"));
    }

    [Test]
    public async Task Signature_signs_a_query_where_there_is_no_body()
    {
        var credentials = VonageCredentials.FromSignature("abcd", "secret");
        var sent = await SendAsync(credentials, Request("POST", ApiAuthentication.Signature).Query("a", "x y+ß").Query("timestamp", "5"));
        var fields = QueryBuilder.Parse(sent.Query[1..]);
        Assert.That(string.Join(" ", fields.Select(f => f.Key)), Is.EqualTo("a timestamp api_key sig"));
        Assert.That(SmsSignature.Text(fields!), Is.EqualTo("&a=x y+ß&api_key=abcd&timestamp=5"));
        Assert.That(SmsSignature.Verify(fields!, fields[^1].Value, "secret", SignatureMethod.Md5Hash), Is.True);
    }

    [Test]
    public async Task Signature_signs_the_single_values_of_a_json_object()
    {
        var credentials = VonageCredentials.FromSignature("abcd", "secret", SignatureMethod.HmacSha512);
        var sent = await SendAsync(credentials, Request("POST", ApiAuthentication.Signature).JsonObject(new { text = "hi", count = 2, flag = true, list = JToken.Parse("[1]"), none = (string?)null }));
        var body = JObject.Parse(sent.Text);
        var pairs = new KeyValuePair<string, string?>[] { new("text", "hi"), new("count", "2"), new("flag", "true"), new("api_key", "abcd"), new("timestamp", "1461605396") };
        Assert.That(SmsSignature.Verify(pairs, (string)body["sig"]!, "secret", SignatureMethod.HmacSha512), Is.True);
        Assert.That((string?)body["api_key"], Is.EqualTo("abcd"));
    }

    [Test]
    public async Task Signature_signs_the_text_parts_of_a_multipart_body()
    {
        var sent = await SendAsync(VonageCredentials.FromSignature("abcd", "secret"), Request("POST", ApiAuthentication.Signature).Multipart(new Parts()));
        var signature = SmsSignature.Compute([new("name", "n"), new("api_key", "abcd"), new("timestamp", "1461605396")], "secret", SignatureMethod.Md5Hash);
        Assert.That(sent.Text, Does.Contain(signature));
    }

    private static ApiRequest Request(string method, params ApiAuthentication[] schemes) => Request(method, null, schemes);

    private static ApiRequest Request(string method, RequestOptions? options, params ApiAuthentication[] schemes) => new(Operations.With(method, schemes), "/legacy", options);

    private static async Task<RecordedRequest> SendAsync(VonageCredentials credentials, ApiRequest request, ApiAuthentication? preferred = null)
    {
        var handler = new StubHandler();
        await new VonageApiClient(new HttpClient(handler), credentials, new VonageClientOptions { PreferredAuthentication = preferred, TimeProvider = Time }).SendAsync(request);
        return handler.Request;
    }

    private sealed class Parts : IMultipartContent
    {
        public void WriteTo(MultipartWriter writer) => writer.Text("name", "n");
    }
}
