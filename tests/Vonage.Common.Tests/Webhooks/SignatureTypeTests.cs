using System.Text;

namespace Vonage.Common.Tests;

/// <summary>An endpoint takes one type of signature, and what that signature covers.</summary>
internal sealed class SignatureTypeTests
{
    private const string Secret = "my_secret_key_for_testing";
    private const string Account = "abcd1234";

    private static readonly ManualTime Time = new();
    private static readonly WebhookVerifier Verifier = new(new WebhookSecrets { { Account, Secret } }, new() { TimeProvider = Time });

    [Test]
    public async Task Signed_parameters_do_not_replace_a_token() =>
        Assert.That((await Verifier.VerifyAsync(new WebhookRequest(Signed([new("api-key", Account)]), null, [], null))).Failure, Is.EqualTo(WebhookFailure.Missing));

    [Test]
    public async Task A_token_does_not_replace_signed_parameters() =>
        Assert.That((await Verifier.VerifyAsync(Json("{}"), WebhookTest.Parameters)).Failure, Is.EqualTo(WebhookFailure.Missing));

    [Test]
    public async Task A_signed_query_does_not_cover_a_body()
    {
        var request = new WebhookRequest(Signed([new("api-key", Account)]), "application/json", "{}"u8.ToArray(), null);
        Assert.That((await Verifier.VerifyAsync(request, WebhookTest.Parameters)).Failure, Is.EqualTo(WebhookFailure.Missing));
    }

    [Test]
    public async Task A_token_does_not_cover_a_query()
    {
        var token = WebhookTest.Token(Secret, Account, [], Time);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verifier.VerifyAsync(new WebhookRequest("?from=447700900000", null, [], token))).Failure, Is.EqualTo(WebhookFailure.UnsignedQuery));
            Assert.That((await Verifier.VerifyAsync(new WebhookRequest("from=1", null, [], token))).Failure, Is.EqualTo(WebhookFailure.UnsignedQuery));
            Assert.That((await Verifier.VerifyAsync(new WebhookRequest("?from=447700900000", null, [], token), new() { AllowUnsignedQuery = true })).IsValid);
            Assert.That((await Verifier.VerifyAsync(new WebhookRequest("?", null, [], token))).IsValid);
        }
    }

    [Test]
    public async Task A_token_with_a_body_does_not_cover_a_query_either()
    {
        var token = WebhookTest.Token(Secret, Account, "{}"u8.ToArray(), Time);
        Assert.That((await Verifier.VerifyAsync(new WebhookRequest("?from=1", null, [], token), new() { AllowUnsignedQuery = true })).Failure, Is.EqualTo(WebhookFailure.PayloadHashMismatch));
    }

    [TestCase("api_key")]
    [TestCase("API_KEY")]
    [TestCase("apikey")]
    public async Task Parameters_of_a_request_are_no_webhook(string name)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verify(Signed(new(name, Account), new("to", "447700900000"), new("text", "Hello")))).IsValid, Is.False);
            Assert.That((await Verify(Signed(new(name, Account), new("api-key", Account)))).Failure, Is.EqualTo(WebhookFailure.Malformed));
        }
    }

    [Test]
    public async Task Parameters_without_an_account_are_no_webhook()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verify(Signed(new("text", "Hello"), new("to", "447700900000")))).Failure, Is.EqualTo(WebhookFailure.Missing));
            Assert.That((await Verify(Signed([new("api-key", "")]))).Failure, Is.EqualTo(WebhookFailure.Missing));
        }
    }

    [TestCase("Basic cXdlcmFzZGY6MTIzNHF3ZXJhc2Rmenhjdg==")]
    [TestCase("Bearer of another server")]
    public async Task Signed_parameters_may_stand_beside_any_authorization(string authorization) =>
        Assert.That((await Verifier.VerifyAsync(new WebhookRequest(Signed([new("api-key", Account)]), null, [], authorization), WebhookTest.Parameters)).IsValid);

    [TestCase("1e3")]
    [TestCase("-0")]
    [TestCase("1E+3")]
    [TestCase("0.03330000")]
    [TestCase("-1.50e-7")]
    [TestCase("123456789012345678901234567890123456789012345")]
    [TestCase("0.123456789012345678901234567890123456789")]
    [TestCase("12345678901234567890.12345678901234567890")]
    [TestCase("1e400")]
    public async Task A_number_in_json_is_signed_as_it_is_written(string number)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verify(number, $$"""{ "price" : {{number}}, """)).IsValid);
            Assert.That((await Verify(number, $$"""{"note":"7, 1e3 \" {8","price":{{number}},""", new KeyValuePair<string, string?>("note", "7, 1e3 \" {8"))).IsValid);
            Assert.That((await Verify(number, $$"""{"price":{{number}}0,""")).IsValid, Is.False);
        }
    }

    [TestCase("""{'price':7,""")]
    [TestCase("""{"price":07,""")]
    [TestCase("""{"price":0x7,""")]
    [TestCase("""{"price":7.,""")]
    [TestCase("""{"price":+7,""")]
    [TestCase("""{"price":7/* 8 */,""")]
    [TestCase("""{price:7,""")]
    [TestCase("""{"price":NaN,""")]
    public async Task What_is_not_json_is_no_webhook(string start) =>
        Assert.That((await Verify("7", start)).Failure, Is.EqualTo(WebhookFailure.Missing), "nothing of it is read, not even the signature");

    [Test]
    public async Task Too_many_parameters_are_refused_before_they_are_sorted()
    {
        var many = Enumerable.Range(0, 300).Select(i => new KeyValuePair<string, string?>($"p{i}", "1")).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Verify(Signed([new("api-key", Account), .. many]))).Failure, Is.EqualTo(WebhookFailure.Missing));
            Assert.That((await Verify(Signed([new("api-key", Account), .. many[..150]]))).IsValid);
        }
    }

    private static string Signed(params KeyValuePair<string, string?>[] parameters) => WebhookTest.Encode(WebhookTest.Sign(Secret, Time, parameters));

    private static WebhookRequest Json(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return new WebhookRequest(null, "application/json", body, WebhookTest.Token(Secret, Account, body, Time));
    }

    private static Task<WebhookVerification> Verify(string query) => Verifier.VerifyAsync(new WebhookRequest(query, null, [], null), WebhookTest.Parameters);

    /// <summary>Verifies JSON that begins with the given text, and is signed with the given number as the price.</summary>
    private static Task<WebhookVerification> Verify(string number, string start, params KeyValuePair<string, string?>[] more)
    {
        var signed = WebhookTest.Sign(Secret, Time, [new("api-key", Account), new("price", number), .. more]);
        var rest = string.Join(',', signed.Where(p => p.Key is "api-key" or "timestamp" or "sig").Select(p => $"\"{p.Key}\":\"{p.Value}\""));
        return Verifier.VerifyAsync(new WebhookRequest(null, "application/json", Encoding.UTF8.GetBytes($"{start}{rest}}}"), null), WebhookTest.Parameters);
    }
}
