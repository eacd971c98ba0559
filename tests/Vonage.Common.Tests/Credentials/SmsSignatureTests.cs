namespace Vonage.Common.Tests;

/// <summary>The vectors that the official SDKs publish in their tests.</summary>
internal sealed class SmsSignatureTests
{
    private const string Inbound = "message-timestamp=2013-11-21 15:27:30|messageId=020000001B0FE827|msisdn=14843472194|text=Test again|timestamp=1385047698|to=13239877404|type=text";

    [TestCase("a=1|b=2|timestamp=1461605396", "secret", SignatureMethod.Md5Hash, "6af838ef94998832dbfc29020b564830")]
    [TestCase("a=1|b=2|timestamp=1461605396", "secret", SignatureMethod.HmacMd5, "c15c21ced558c93a226c305f58f902f2")]
    [TestCase("a=1|b=2|timestamp=1461605396", "secret", SignatureMethod.HmacSha1, "3e19a4e6880fdc2c1426bfd0587c98b9532f0210")]
    [TestCase("a=1|b=2|timestamp=1461605396", "secret", SignatureMethod.HmacSha256, "a321e824b9b816be7c3f28859a31749a098713d39f613c80d455bbaffae1cd24")]
    [TestCase("a=1|b=2|timestamp=1461605396", "secret", SignatureMethod.HmacSha512, "812a18f76680fa0fe1b8bd9ee1625466ceb1bd96242e4d050d2cfd9a7b40166c63ed26ec9702168781b6edcf1633db8ff95af9341701004eec3fcf9550572ee8")]
    [TestCase("a=alphabet|b=bananas|timestamp=2100", "abcde", SignatureMethod.Md5Hash, "7d43241108912b32cc315b48ce681acf")]
    [TestCase("a=alphabet|b=bananas|timestamp=2100", "abcde", SignatureMethod.HmacMd5, "e0afe267aefd6dd18a848c1681517a19")]
    [TestCase("a=alphabet|b=bananas|timestamp=2100", "abcde", SignatureMethod.HmacSha1, "b7f749de27b4adcf736cc95c9a7e059a16c85127")]
    [TestCase("a=alphabet|b=bananas|timestamp=2100", "abcde", SignatureMethod.HmacSha256, "8d1b0428276b6a070578225914c3502cc0687a454dfbbbb370c76a14234cb546")]
    [TestCase("a=alphabet|b=bananas|timestamp=2100", "abcde", SignatureMethod.HmacSha512, "1c834a1f6a377d4473971387b065cb38e2ad6c4869ba77b7b53e207a344e87ba04b456dfc697b371a2d1ce476d01dafd4394aa97525eff23badad39d2389a710")]
    [TestCase("a=alphabet|b|timestamp=2100", "abcde", SignatureMethod.Md5Hash, "a3368bf718ba104dcb392d8877e8eb2b")]
    [TestCase("param1=value&1|param2=value=2|timestamp=1234567890", "signature_secret", SignatureMethod.HmacMd5, "2bbf0abafb2c55e5af6231513896a2ac")]
    [TestCase("param1=value1|param2=value2|timestamp=1234567890", "signature_secret", SignatureMethod.HmacSha256, "280c4320703dbc98bfa22db676655ed2acfbfe8792b062ff7622e67f1183c287")]
    [TestCase("param=value|timestamp=1234567890", "signature_secret", SignatureMethod.HmacMd5, "655a4d0b7f064dff438defc52b012cf5")]
    [TestCase(Inbound, "my_secret_key_for_testing", SignatureMethod.Md5Hash, "d2e7b1dc968737c5998ad624e02f90b7")]
    [TestCase(Inbound, "my_secret_key_for_testing", SignatureMethod.HmacMd5, "DDEBD46008C2D4E93CCE578A332A52D5")]
    [TestCase(Inbound, "my_secret_key_for_testing", SignatureMethod.HmacSha1, "27D0D05C2876C7CB1720DBCDBA4D492E1E55C09A")]
    [TestCase(Inbound, "my_secret_key_for_testing", SignatureMethod.HmacSha256, "DDB8397C2B90AAC7F3882D306475C9A5058C92322EEF43C92B298B6E0FC0D330")]
    [TestCase(Inbound, "my_secret_key_for_testing", SignatureMethod.HmacSha512, "E0D3C650F8C9D1A5C174D10DDDBFB003E561F59B265616208B0487C5D819481CD3C311D59CF6165ECD1139622D5BA3A256C0D763AC4A9AD9144B5A426B94FE82")]
    public void Published_vectors(string parameters, string secret, SignatureMethod method, string signature)
    {
        var pairs = Pairs(parameters);
        Assert.That(SmsSignature.Compute(pairs, secret, method), Is.EqualTo(signature).IgnoreCase);
        Assert.That(SmsSignature.Verify([.. pairs.Reverse(), new("sig", signature)], signature, secret, method), Is.True);
        Assert.That(SmsSignature.Verify(pairs, signature, secret + "x", method), Is.False);
        Assert.That(SmsSignature.Verify(pairs, signature[1..], secret, method), Is.False);
    }

    [TestCase("order=value3|messageId=value1|type=value4|message-timestamp=value2", "&message-timestamp=value2&messageId=value1&order=value3&type=value4")]
    [TestCase("sig=signature_value|param1=value1|param2=value2", "&param1=value1&param2=value2")]
    [TestCase("key1|key2=value2", "&key2=value2")]
    public void Published_texts(string parameters, string text) => Assert.That(SmsSignature.Text(Pairs(parameters)), Is.EqualTo(text));

    // What the Node SDK signs for requests of its own has no separators. Ours is the text of the other SDKs, and of webhooks in that one
    // too, so that one text serves both ways.
    [TestCase(SignatureMethod.Md5Hash, "d7f81394898d98c876e782b3c98391b8")]
    [TestCase(SignatureMethod.HmacMd5, "c3216bfa0866f77ff0b8cb2db6024a6e")]
    [TestCase(SignatureMethod.HmacSha256, "19ce55eb9d54bf1a9d758f4b6b7dc6d9f86e15924edf4ddd104e2c1edcd57443")]
    public void The_text_of_the_node_sdk_is_another(SignatureMethod method, string signature)
    {
        var pairs = Pairs("api_key=12345|timestamp=10907902800");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SmsSignature.Text(pairs), Is.EqualTo("&api_key=12345&timestamp=10907902800"));
            Assert.That(SmsSignature.Compute("api_key_12345_timestamp_10907902800", "ABCDE"u8.ToArray(), method), Is.EqualTo(signature), "the digests are the same");
            Assert.That(SmsSignature.Verify(pairs, signature, "ABCDE", method), Is.False, "a webhook is never signed like this");
        }
    }

    private static KeyValuePair<string, string?>[] Pairs(string text) =>
        [.. text.Split('|').Select(p => p.Split('=', 2)).Select(p => new KeyValuePair<string, string?>(p[0], p.Length > 1 ? p[1] : null))];
}
