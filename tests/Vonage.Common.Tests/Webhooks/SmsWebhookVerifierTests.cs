using Vonage.Core.Serialization;

namespace Vonage.Common.Tests;

/// <summary>The signature in the parameters of SMS webhooks.</summary>
internal sealed class SmsWebhookVerifierTests
{
    private const string Secret = "my_secret_key_for_testing";
    private const string Account = "abcd1234";

    private readonly ManualTime _time = new();

    private string Now => _time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    [TestCase("a=1&b=2&timestamp=1461605396", "secret", SignatureMethod.Md5Hash, "6af838ef94998832dbfc29020b564830")]
    [TestCase("a=1&b=2&timestamp=1461605396", "secret", SignatureMethod.HmacMd5, "c15c21ced558c93a226c305f58f902f2")]
    [TestCase("a=1&b=2&timestamp=1461605396", "secret", SignatureMethod.HmacSha1, "3e19a4e6880fdc2c1426bfd0587c98b9532f0210")]
    [TestCase("a=1&b=2&timestamp=1461605396", "secret", SignatureMethod.HmacSha256, "a321e824b9b816be7c3f28859a31749a098713d39f613c80d455bbaffae1cd24")]
    [TestCase("a=1&b=2&timestamp=1461605396", "secret", SignatureMethod.HmacSha512, "812a18f76680fa0fe1b8bd9ee1625466ceb1bd96242e4d050d2cfd9a7b40166c63ed26ec9702168781b6edcf1633db8ff95af9341701004eec3fcf9550572ee8")]
    [TestCase("a=alphabet&b=bananas&timestamp=2100", "abcde", SignatureMethod.Md5Hash, "7d43241108912b32cc315b48ce681acf")]
    [TestCase("a=alphabet&b=bananas&timestamp=2100", "abcde", SignatureMethod.HmacMd5, "e0afe267aefd6dd18a848c1681517a19")]
    [TestCase("a=alphabet&b=bananas&timestamp=2100", "abcde", SignatureMethod.HmacSha1, "b7f749de27b4adcf736cc95c9a7e059a16c85127")]
    [TestCase("a=alphabet&b=bananas&timestamp=2100", "abcde", SignatureMethod.HmacSha256, "8d1b0428276b6a070578225914c3502cc0687a454dfbbbb370c76a14234cb546")]
    [TestCase("a=alphabet&b=bananas&timestamp=2100", "abcde", SignatureMethod.HmacSha512, "1c834a1f6a377d4473971387b065cb38e2ad6c4869ba77b7b53e207a344e87ba04b456dfc697b371a2d1ce476d01dafd4394aa97525eff23badad39d2389a710")]
    [TestCase("a=alphabet&timestamp=2100", "abcde", SignatureMethod.Md5Hash, "a3368bf718ba104dcb392d8877e8eb2b")]
    [TestCase("param1=value%261&param2=value%3D2&timestamp=1234567890", "signature_secret", SignatureMethod.HmacMd5, "2bbf0abafb2c55e5af6231513896a2ac")]
    [TestCase("param1=value1&param2=value2&timestamp=1234567890", "signature_secret", SignatureMethod.HmacSha256, "280c4320703dbc98bfa22db676655ed2acfbfe8792b062ff7622e67f1183c287")]
    [TestCase("param=value&timestamp=1234567890", "signature_secret", SignatureMethod.HmacMd5, "655a4d0b7f064dff438defc52b012cf5")]
    [TestCase("message-timestamp=2013-11-21+15%3A27%3A30&messageId=020000001B0FE827&msisdn=14843472194&text=Test+again&timestamp=1385047698&to=13239877404&type=text", "my_secret_key_for_testing", SignatureMethod.Md5Hash, "d2e7b1dc968737c5998ad624e02f90b7")]
    [TestCase("message-timestamp=2013-11-21+15%3A27%3A30&messageId=020000001B0FE827&msisdn=14843472194&text=Test+again&timestamp=1385047698&to=13239877404&type=text", "my_secret_key_for_testing", SignatureMethod.HmacMd5, "DDEBD46008C2D4E93CCE578A332A52D5")]
    [TestCase("message-timestamp=2013-11-21+15%3A27%3A30&messageId=020000001B0FE827&msisdn=14843472194&text=Test+again&timestamp=1385047698&to=13239877404&type=text", "my_secret_key_for_testing", SignatureMethod.HmacSha1, "27D0D05C2876C7CB1720DBCDBA4D492E1E55C09A")]
    [TestCase("message-timestamp=2013-11-21+15%3A27%3A30&messageId=020000001B0FE827&msisdn=14843472194&text=Test+again&timestamp=1385047698&to=13239877404&type=text", "my_secret_key_for_testing", SignatureMethod.HmacSha256, "DDB8397C2B90AAC7F3882D306475C9A5058C92322EEF43C92B298B6E0FC0D330")]
    [TestCase("message-timestamp=2013-11-21+15%3A27%3A30&messageId=020000001B0FE827&msisdn=14843472194&text=Test+again&timestamp=1385047698&to=13239877404&type=text", "my_secret_key_for_testing", SignatureMethod.HmacSha512, "E0D3C650F8C9D1A5C174D10DDDBFB003E561F59B265616208B0487C5D819481CD3C311D59CF6165ECD1139622D5BA3A256C0D763AC4A9AD9144B5A426B94FE82")]
    public void Accepts_the_vectors_of_the_sheet(string query, string secret, SignatureMethod method, string signature)
    {
        // The vectors name no account, without which no webhook is accepted.
        var parameters = new WebhookRequest(query + "&sig=" + signature, null, [], null).Parameters;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SmsSignature.Verify(parameters, signature, secret, method));
            Assert.That(SmsSignature.Verify(parameters.Append(new("unknown", "1")), signature, secret, method), Is.False);
        }
    }

    [Test]
    public void Leaves_null_out()
    {
        KeyValuePair<string, string?>[] parameters = [new("a", "alphabet"), new("b", null), new("timestamp", "2100")];
        Assert.That(SmsSignature.Verify(parameters, "a3368bf718ba104dcb392d8877e8eb2b", "abcde", SignatureMethod.Md5Hash));
    }

    [TestCase("dcc17a25d6a9ae77d48ef49158ee1072", SignatureMethod.Md5Hash)]
    [TestCase("a3368bf718ba104dcb392d8877e8eb2b", SignatureMethod.Md5Hash)]
    [TestCase("4223b43125ec4f00945f5d1617d24de3", SignatureMethod.HmacMd5)]
    [TestCase("04944210566f18b43f205067345f5ba4", SignatureMethod.HmacMd5)]
    [TestCase("fb09313888520b5af5fce6c4be603d90c945e2ca", SignatureMethod.HmacSha1)]
    [TestCase("c0da99c67e150eefe9098b6510fa84f2079062a0", SignatureMethod.HmacSha1)]
    [TestCase("eaad26ac605d00d1124f5cb84feae59ac441b332806def4510365eea318187ef", SignatureMethod.HmacSha256)]
    [TestCase("bc2ebab0a49bf272c01f6dbe7af4043bbb305701d4e79dec49cd743817244293", SignatureMethod.HmacSha256)]
    [TestCase("bafc085c846432e01e2a93e9ce2ace0935007052ea3bb1023e8023527eb9dbae89f5b3b7b15ffcf686c303efc508ce871bb6823190e6812b208009886242a2ff", SignatureMethod.HmacSha512)]
    [TestCase("7747412aa60dbeaf533ca065c87895dc16defeb334bdb5b39caa8bf04b3518f66b61febd321b46c43bbde830a2a75513deda7ae65db90e9a4bd2170e02b0f8f9", SignatureMethod.HmacSha512)]
    public void An_empty_value_is_signed_or_left_out(string signature, SignatureMethod method)
    {
        KeyValuePair<string, string?>[] parameters = [new("a", "alphabet"), new("b", ""), new("timestamp", "2100")];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SmsSignature.Verify(parameters, signature, "abcde", method));
            Assert.That(SmsSignature.Verify([new("a", "alphabet"), new("b", "bananas"), new("timestamp", "2100")], signature, "abcde", method), Is.False);
        }
    }

    [Test]
    public void An_empty_value_that_could_replace_another_one_must_be_signed()
    {
        var signed = Sign(Secret, SignatureMethod.Md5Hash, new("api-key", Account), new("status", "delivered"), new("timestamp", Now));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Verify(signed.Append(new("scts", "")).ToList()).IsValid);
            Assert.That(Verify(signed.Append(new("status", "")).ToList()).Failure, Is.EqualTo(WebhookFailure.InvalidSignature));
        }
    }

    [Test]
    public void Any_value_that_is_not_empty_must_be_signed()
    {
        var signed = Sign(Secret, SignatureMethod.Md5Hash, new("api-key", Account), new("status", "delivered"), new("scts", ""), new("timestamp", Now)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Verify(signed).IsValid);
            foreach (var more in new[] { " ", "0", "null", "\t", "\u00A0", "\0" })
                Assert.That(Verify([.. signed, new("text", more)]).Failure, Is.EqualTo(WebhookFailure.InvalidSignature), more);
            foreach (var name in new[] { "a&status", "a=b", "api-key", "sig", "timestamp", "scts" })
                Assert.That(Verify([.. signed, new(name, "x")]).IsValid, Is.False, name);
            // The name is signed with an empty value: it cannot come with another one.
            Assert.That(Verify([.. signed.Where(pair => pair.Key != "scts"), new("scts", "2001011400")]).Failure, Is.EqualTo(WebhookFailure.InvalidSignature));
        }
    }

    [TestCase(0, WebhookFailure.None)]
    [TestCase(300, WebhookFailure.None)]
    [TestCase(301, WebhookFailure.Expired)]
    [TestCase(-300, WebhookFailure.None)]
    [TestCase(-301, WebhookFailure.NotYetValid)]
    public void Has_a_window_of_five_minutes(int age, WebhookFailure expected)
    {
        var signed = Sign("timestamp", Now);
        _time.Advance(TimeSpan.FromSeconds(age));
        Assert.That(Verify(signed).Failure, Is.EqualTo(expected));
    }

    [Test]
    public void Has_a_window_that_can_be_set()
    {
        var signed = Sign("timestamp", Now);
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.That(Verify(signed, new WebhookVerifierOptions { TimeProvider = _time, Tolerance = TimeSpan.FromSeconds(10) }).Failure, Is.EqualTo(WebhookFailure.Expired));
        Assert.That(Verify(signed, new WebhookVerifierOptions { TimeProvider = _time, Tolerance = TimeSpan.FromSeconds(11) }).IsValid);
    }

    [Test]
    public void Says_what_is_missing_or_malformed()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Verify([]).Failure, Is.EqualTo(WebhookFailure.Missing));
            Assert.That(Verify([new("api-key", Account), new("timestamp", Now), new("text", "x")]).Failure, Is.EqualTo(WebhookFailure.Missing));
            Assert.That(Verify(Sign("text", "x")).Failure, Is.EqualTo(WebhookFailure.Missing), "no timestamp");
            Assert.That(Verify(Sign("timestamp", "yesterday")).Failure, Is.EqualTo(WebhookFailure.Malformed));
            Assert.That(Verify(Sign("timestamp", "")).Failure, Is.EqualTo(WebhookFailure.Malformed));
            Assert.That(Verify([.. Sign("timestamp", Now), new("sig", "0")]).Failure, Is.EqualTo(WebhookFailure.Malformed), "two signatures");
        }
    }

    [Test]
    public void Takes_any_of_several_secrets_while_one_replaces_the_other()
    {
        var secrets = new WebhookSecrets { { "abcd1234", "new" }, { "abcd1234", Secret } };
        var parameters = Sign("timestamp", Now);
        Assert.That(Verify(parameters, secrets).IsValid);
        Assert.That(Verify(parameters, new WebhookSecrets { "new" }).Failure, Is.EqualTo(WebhookFailure.InvalidSignature));
    }

    [Test]
    public void Chooses_the_secret_by_account()
    {
        var secrets = new WebhookSecrets { { "tenant-a", "a", SignatureMethod.HmacSha256 }, { "tenant-b", "b" } };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Verify(Sign("a", SignatureMethod.HmacSha256, new("api-key", "tenant-a"), new("timestamp", Now)), secrets).IsValid);
            Assert.That(Verify(Sign("b", SignatureMethod.Md5Hash, new("api-key", "tenant-b"), new("timestamp", Now)), secrets).IsValid);
            Assert.That(Verify(Sign("a", SignatureMethod.HmacSha256, new("api-key", "tenant-b"), new("timestamp", Now)), secrets).Failure, Is.EqualTo(WebhookFailure.InvalidSignature));
            Assert.That(Verify(Sign("a", SignatureMethod.HmacSha256, new("api-key", "tenant-c"), new("timestamp", Now)), secrets).Failure, Is.EqualTo(WebhookFailure.UnknownKey));
            Assert.That(Verify(Sign("a", SignatureMethod.HmacSha256, [new("timestamp", Now)]), secrets).Failure, Is.EqualTo(WebhookFailure.Missing), "one tenant must not speak for all");
        }
    }

    [Test]
    public void Signs_over_what_no_model_knows_in_all_three_forms()
    {
        var signed = Sign(Secret, SignatureMethod.Md5Hash, new("api-key", Account), new("text", "a & b = 100 %, ü"), new("timestamp", Now), new("tomorrow", "1"), new("empty", ""));
        var form = string.Join('&', signed.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value!).Replace("%20", "+", StringComparison.Ordinal)}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Verify(new WebhookRequest("?" + form, null, [], null)).IsValid);
            Assert.That(Verify(new WebhookRequest("?mine=1", "application/x-www-form-urlencoded; charset=UTF-8", System.Text.Encoding.ASCII.GetBytes(form), null)).IsValid);
            Assert.That(Verify(new WebhookRequest("", "application/json", System.Text.Encoding.UTF8.GetBytes(ApiJson.Serialize(signed.ToDictionary(p => p.Key, p => p.Value))), null)).IsValid);
        }
    }

    [Test]
    public void Numbers_in_json_count_as_they_are_written()
    {
        var signed = Sign(Secret, SignatureMethod.Md5Hash, new("api-key", Account), new("price", "0.03330000"), new("timestamp", Now));
        var json = $$"""{"api-key":"abcd1234","price":0.03330000,"timestamp":{{Now}},"client-ref":null,"sig":"{{signed[^1].Value}}"}""";
        Assert.That(Verify(new WebhookRequest("", "application/json", System.Text.Encoding.UTF8.GetBytes(json), null)).IsValid);
    }

    [Test]
    public void Tells_no_secret()
    {
        var result = Verify(Sign("another secret", SignatureMethod.Md5Hash, [new("api-key", Account), new("timestamp", Now)]));
        Assert.That(result.ToString(), Does.Not.Contain(Secret).And.Not.Contain("another secret"));
        Assert.That(new WebhookSecrets { { "abcd1234", Secret } }.ToString(), Is.EqualTo("WebhookSecrets (abcd1234)"));
    }

    [Test]
    public void Needs_a_secret()
    {
        Assert.That(() => new WebhookVerifier([]), Throws.ArgumentException);
        Assert.That(() => new WebhookSecrets { "" }, Throws.TypeOf<InvalidCredentialsException>());
        Assert.That(() => new WebhookSecrets { { "", "secret" } }, Throws.TypeOf<InvalidCredentialsException>());
        Assert.That(() => new WebhookVerifierOptions { Tolerance = TimeSpan.FromSeconds(-5) }, Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Takes_the_secret_of_credentials()
    {
        var secrets = new WebhookSecrets();
        Assert.That(secrets.Add(VonageCredentials.FromApiKey("abcd1234", "secret")), Is.False);
        Assert.That(secrets.Add(VonageCredentials.FromSignature("abcd1234", Secret)), Is.True);
        Assert.That(Verify(Sign("timestamp", Now), secrets).IsValid);
    }

    private static List<KeyValuePair<string, string?>> Sign(string name, string value) => Sign(Secret, SignatureMethod.Md5Hash, new("api-key", Account), new(name, value));

    private static List<KeyValuePair<string, string?>> Sign(string secret, SignatureMethod method, params KeyValuePair<string, string?>[] parameters) =>
        [.. parameters, new("sig", SmsSignature.Compute(parameters, secret, method).ToUpperInvariant())];

    private static string Encode(IEnumerable<KeyValuePair<string, string?>> parameters) =>
        string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value!)}"));

    private WebhookVerification Verify(IEnumerable<KeyValuePair<string, string?>> parameters, WebhookSecrets? secrets = null) =>
        Verify(new WebhookRequest(Encode(parameters), null, [], null), secrets);

    private WebhookVerification Verify(IEnumerable<KeyValuePair<string, string?>> parameters, WebhookVerifierOptions options) =>
        Verify(new WebhookRequest(Encode(parameters), null, [], null), null, options);

    private WebhookVerification Verify(WebhookRequest request, WebhookSecrets? secrets = null, WebhookVerifierOptions? options = null) =>
        new WebhookVerifier(secrets ?? [Secret], options ?? new() { TimeProvider = _time })
            .VerifyAsync(request, new() { SignatureType = WebhookSignatureType.Parameters }).GetAwaiter().GetResult();
}
