using System.Text;

namespace Vonage.Common.Tests;

/// <summary>A webhook belongs to the account that signed it, and to no other.</summary>
internal sealed class AccountTests
{
    private static readonly ManualTime Time = new();
    private static readonly WebhookVerifier Verifier = new(new WebhookSecrets { { "tenant-a", "a" }, { "tenant-b", "b" } }, new() { TimeProvider = Time });

    [Test]
    public async Task The_account_that_signed_is_known()
    {
        var token = await Verifier.VerifyAsync(Json("tenant-a", "a", "{}"));
        var parameters = await Verifier.VerifyAsync(Query("tenant-b", "b"), WebhookTest.Parameters);
        var refused = await Verifier.VerifyAsync(Json("tenant-a", "b", "{}"));
        Assert.That((token.Account, token.ApplicationId, parameters.Account), Is.EqualTo(("tenant-a", "my-app", "tenant-b")));
        Assert.That((refused.Account, refused.ApplicationId), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task The_account_of_the_only_secret_is_that_of_a_token_without_one()
    {
        var result = await new WebhookVerifier(new WebhookSecrets { { "tenant-a", "a" } }, new() { TimeProvider = Time }).VerifyAsync(Json(null, "a", "{}"));
        Assert.That((result.Failure, result.Account), Is.EqualTo((WebhookFailure.None, "tenant-a")));
    }

    [Test]
    public async Task An_endpoint_of_one_account_refuses_another()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verifier.VerifyAsync(Json("tenant-a", "a", "{}"), new() { Account = "tenant-a" })).IsValid);
            Assert.That((await Verifier.VerifyAsync(Json("tenant-a", "a", "{}"), new() { Account = "tenant-b" })).Failure, Is.EqualTo(WebhookFailure.AccountMismatch));
            Assert.That((await Verifier.VerifyAsync(Query("tenant-a", "a"), new() { SignatureType = WebhookSignatureType.Parameters, Account = "tenant-b" })).Failure, Is.EqualTo(WebhookFailure.AccountMismatch));
        }
    }

    [TestCase("""{"api-key":"tenant-b"}""")]
    [TestCase("""{"api_key":"tenant-b"}""")]
    [TestCase("""{"apiKey":"tenant-b"}""")]
    [TestCase("""{"API-KEY":"tenant-b"}""")]
    [TestCase("""{"\u0061pi-key":"tenant-b"}""")]
    [TestCase("""{"api-key":"tenant-a","api-key":"tenant-b"}""")]
    [TestCase("""{"api-key":"tenant-b","api-key":"tenant-a"}""")]
    [TestCase("""{"text":{"api":1},"api-key":7}""")]
    [TestCase("""{"api-key":["tenant-a"]}""")]
    [TestCase("""{'api-key':'tenant-b'}""")]
    [TestCase("""{/* api */"api-key":/* is */"tenant-b"}""")]
    [TestCase("""[{"api-key":"tenant-b"}]""")]
    public async Task A_signed_body_that_names_another_account_is_refused(string body) =>
        Assert.That((await Verifier.VerifyAsync(Json("tenant-a", "a", body))).Failure, Is.EqualTo(WebhookFailure.AccountMismatch));

    [TestCase("""{"api-key":"tenant-a","text":"api-key: tenant-b"}""")]
    [TestCase("""{"sms":{"api-key":"tenant-b"}}""")]
    [TestCase("""{"api-key":null,"api":"x","api-key-2":"tenant-b"}""")]
    [TestCase("""["api-key"]""")]
    public async Task A_body_that_names_its_own_account_or_none_is_not(string body) =>
        Assert.That((await Verifier.VerifyAsync(Json("tenant-a", "a", body))).IsValid);

    // Other readers take what the SDK's own does not: they skip the values that they do not need, and read other encodings and types.
    [TestCase("application/json", """{"skipped":1e999,"api-key":"tenant-b"}""")]
    [TestCase("application/json", "{\"skipped\":\"\u00FF\",\"api-key\":\"tenant-b\"}")]
    [TestCase("application/json; charset=utf-16", "{\0\"\0a\0p\0i\0-\0k\0e\0y\0\"\0:\0\"\0b\0\"\0}\0")]
    [TestCase("application/xml", "<sms><api-key>tenant-b</api-key></sms>")]
    [TestCase("application/x-www-form-urlencoded+json", """{"api-key":"tenant-b"}""")]
    [TestCase("application/x-www-form-urlencoded; charset=utf-16", "a\0p\0i\0-\0k\0e\0y\0=\0b\0")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"api-key\"\r\n\r\ntenant-b\r\n--x--")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"=?utf-8?B?YXBpLWtleQ==?=\"\r\n\r\ntenant-b\r\n--x--")]
    public async Task A_signed_body_whose_fields_others_could_read_differently_is_refused(string contentType, string text)
    {
        var body = Encoding.Latin1.GetBytes(text);
        Assert.That((await Verifier.VerifyAsync(new WebhookRequest(null, contentType, body, Token("tenant-a", "a", body)))).Failure, Is.EqualTo(WebhookFailure.AccountMismatch));
    }

    [TestCase("?api-key=tenant-b")]
    [TestCase("?Api_Key=tenant-b")]
    [TestCase("?api-key=tenant-a&%61pi-key=tenant-b")]
    [TestCase("?dto.ApiKey=tenant-b")]
    [TestCase("?DTO.api_key=tenant-b")]
    [TestCase("?model[api-key]=tenant-b")]
    [TestCase("?model%5Bapi-key%5D=tenant-b")]
    [TestCase("?[0].ApiKey=tenant-b")]
    [TestCase("?dto.ApiKey[0]=tenant-b")]
    [TestCase("?dto.sms[x].apiKey=tenant-b")]
    public async Task A_query_that_names_another_account_is_refused(string query)
    {
        var body = "{}"u8.ToArray();
        var signed = Signed("tenant-a", "a");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verifier.VerifyAsync(new WebhookRequest(query, "application/json", body, Token("tenant-a", "a", body)))).Failure, Is.EqualTo(WebhookFailure.AccountMismatch));
            Assert.That((await Verifier.VerifyAsync(new WebhookRequest(query, null, [], Token("tenant-a", "a", [])), new() { AllowUnsignedQuery = true })).Failure, Is.EqualTo(WebhookFailure.AccountMismatch));
            Assert.That((await Verifier.VerifyAsync(new WebhookRequest(query, "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(WebhookTest.Encode(signed)), null), WebhookTest.Parameters)).Failure, Is.EqualTo(WebhookFailure.AccountMismatch));
        }
    }

    [TestCase("?tenant=tenant-b&dto.maps_api_key=tenant-b&api-keys=tenant-b&key.api=tenant-b&api[key]=tenant-b")]
    [TestCase("?dto.ApiKey=tenant-a")]
    public async Task A_query_that_names_its_own_account_or_none_is_not(string query)
    {
        var body = "{}"u8.ToArray();
        Assert.That((await Verifier.VerifyAsync(new WebhookRequest(query, "application/json", body, Token("tenant-a", "a", body)))).IsValid);
    }

    [TestCase("text=1&api-key=tenant-b")]
    [TestCase("text=1&dto.ApiKey=tenant-b")]
    [TestCase("text=1&model%5Bapi-key%5D=tenant-b")]
    public async Task A_form_with_a_token_that_names_another_account_is_refused(string form)
    {
        var body = Encoding.ASCII.GetBytes(form);
        Assert.That((await Verifier.VerifyAsync(new WebhookRequest(null, "application/x-www-form-urlencoded", body, Token("tenant-a", "a", body)))).Failure, Is.EqualTo(WebhookFailure.AccountMismatch));
    }

    [Test]
    public async Task A_secret_without_an_account_serves_only_accounts_without_a_secret()
    {
        var secrets = new WebhookSecrets { { "tenant-a", "a" } };
        secrets.Add(VonageCredentials.FromSignature("tenant-c", "any"));
        secrets.Add("any");
        var verifier = new WebhookVerifier(secrets, new() { TimeProvider = Time });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await verifier.VerifyAsync(Json("tenant-a", "any", "{}"))).Failure, Is.EqualTo(WebhookFailure.InvalidSignature));
            Assert.That((await verifier.VerifyAsync(Query("tenant-a", "any"), WebhookTest.Parameters)).Failure, Is.EqualTo(WebhookFailure.InvalidSignature));
            Assert.That((await verifier.VerifyAsync(Json("tenant-x", "any", "{}"))).Account, Is.EqualTo("tenant-x"));
            Assert.That((await verifier.VerifyAsync(Query("tenant-x", "any"), WebhookTest.Parameters)).Account, Is.EqualTo("tenant-x"));
            Assert.That((await verifier.VerifyAsync(Json(null, "any", "{}"))).IsValid);
            Assert.That((await verifier.VerifyAsync(Json(null, "any", """{"api-key":"tenant-a"}"""))).Failure, Is.EqualTo(WebhookFailure.AccountMismatch));
            Assert.That((await verifier.VerifyAsync(Json(null, "any", "{}"), new() { Account = "tenant-a" })).Failure, Is.EqualTo(WebhookFailure.AccountMismatch));
        }
    }

    private static WebhookRequest Json(string? account, string secret, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return new WebhookRequest(null, "application/json", body, Token(account, secret, body));
    }

    private static WebhookRequest Query(string account, string secret) => new(WebhookTest.Encode(Signed(account, secret)), null, [], null);

    private static List<KeyValuePair<string, string?>> Signed(string account, string secret) => WebhookTest.Sign(secret, Time, new("api-key", account), new("text", "Hello"));

    private static string Token(string? account, string secret, byte[] body) => WebhookTest.Token(secret, account, body, Time, claims => claims.ApplicationId = "my-app");
}
