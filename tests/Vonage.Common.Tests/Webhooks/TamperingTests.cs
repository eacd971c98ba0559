using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Vonage.Core.Serialization;

namespace Vonage.Common.Tests;

/// <summary>Whatever is changed in what was signed, by a byte or a character, is refused.</summary>
internal sealed class TamperingTests
{
    private const string Secret = "my_secret_key_for_testing";

    private static readonly ManualTime Time = new();
    private static readonly WebhookVerifier Tokens = new(new WebhookSecrets { Secret }, new() { TimeProvider = Time });

    [Test]
    public void A_body_with_another_byte() =>
        Prop.ForAll<NonEmptyArray<byte>, int, byte>((body, at, by) =>
        {
            var original = Encoding.ASCII.GetBytes($$"""{"text":"{{Convert.ToBase64String(body.Get)}}"}""");
            var changed = (byte[])original.Clone();
            changed[(int)((uint)at % (uint)changed.Length)] ^= (byte)(by | 1);
            var token = Token(original);
            return IsAccepted(token, original) && !IsAccepted(token, changed);
        }).Holds();

    [Test]
    public void A_body_with_a_byte_more_or_less() =>
        Prop.ForAll<NonEmptyArray<byte>, byte>((body, more) =>
        {
            var token = Token(body.Get);
            return !IsAccepted(token, [.. body.Get, more]) && !IsAccepted(token, body.Get[..^1]);
        }).Holds();

    [Test]
    public void A_token_with_another_character()
    {
        byte[] body = [1, 2, 3];
        var token = Token(body);
        Assert.That(IsAccepted(token, body));
        // All of them, not a sample: the last digit of base64 holds bits that no byte has, and they must not be free.
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \0";
        Assert.That(
            from at in Enumerable.Range("Bearer ".Length, token.Length - "Bearer ".Length)
            from other in alphabet
            where other != token[at]
            let changed = string.Concat(token.AsSpan(0, at), [other], token.AsSpan(at + 1))
            where IsAccepted(changed, body)
            select changed,
            Is.Empty);
    }

    [Test]
    public void A_token_that_is_longer_or_shorter() =>
        Prop.ForAll<int, char>((at, more) =>
        {
            byte[] body = [1, 2, 3];
            var token = Token(body);
            var place = "Bearer ".Length + (int)((uint)at % (uint)(token.Length - "Bearer ".Length));
            // Further spaces after the scheme are no part of the token.
            return !IsAccepted(token.Insert(place, $"{(more == ' ' ? '\t' : more)}"), body) && !IsAccepted(token.Remove(place, 1), body);
        }).Holds();

    [TestCase(SignatureMethod.Md5Hash)]
    [TestCase(SignatureMethod.HmacMd5)]
    [TestCase(SignatureMethod.HmacSha1)]
    [TestCase(SignatureMethod.HmacSha256)]
    [TestCase(SignatureMethod.HmacSha512)]
    public void A_parameter_with_another_character(SignatureMethod method) =>
        Prop.ForAll<NonEmptyString, int, char>((text, at, other) =>
        {
            // Strings with halves of a surrogate pair have no UTF-8 and never come in; & and = are written as _ by the algorithm itself.
            var value = Clean(text.Get);
            var place = (int)((uint)at % (uint)value.Length);
            var replacement = Clean($"{other}")[0];
            var changed = value[..place] + (replacement == value[place] ? 'x' == replacement ? 'y' : 'x' : replacement) + value[(place + 1)..];
            var verifier = Verifier(method);
            return IsAccepted(verifier, Sign(method, "text", value))
                && !IsAccepted(verifier, Change(Sign(method, "text", value), "text", changed))
                && !IsAccepted(verifier, Change(Sign(method, "text", value), "text", value + "x"))
                && !IsAccepted(verifier, Rename(Sign(method, "text", value), "text", "texts"))
                && !IsAccepted(verifier, [.. Sign(method, "text", value), new("more", changed)])
                && !IsAccepted(verifier, [.. Sign(method, "text", value).Where(p => p.Key != "text")]);
        }).Holds();

    [TestCase(SignatureMethod.Md5Hash)]
    [TestCase(SignatureMethod.HmacSha512)]
    public void A_signature_with_another_digit(SignatureMethod method)
    {
        var signed = Sign(method, "text", "Hello");
        var signature = signed[^1].Value!;
        Assert.That(
            from at in Enumerable.Range(0, signature.Length)
            from other in "0123456789abcdefg "
            where other != signature[at]
            where IsAccepted(Verifier(method), Change(signed, "sig", signature[..at] + other + signature[(at + 1)..]))
            select at,
            Is.Empty);
    }

    [TestCase("query")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/json")]
    public void A_byte_of_what_comes_over_the_wire(string form)
    {
        var verifier = Verifier(SignatureMethod.HmacSha256);
        var signed = Sign(SignatureMethod.HmacSha256, "text", "a & b = ü + 100 %");
        var original = Encoding.UTF8.GetBytes(form == "application/json" ? ApiJson.Serialize(signed.ToDictionary(p => p.Key, p => p.Value)) : Encode(signed));
        Assert.That(Verify(verifier, Read(original)).IsValid);
        // All of them, not a sample. What says the same in another way (%2b and %2B, a and \u0061) may pass, also with an empty parameter
        // (%25 and %&5), which some signers leave out, and nothing else.
        Assert.That(
            from at in Enumerable.Range(0, original.Length)
            from bits in Enumerable.Range(1, 255)
            let request = Read([.. original[..at], (byte)(original[at] ^ bits), .. original[(at + 1)..]])
            where Verify(verifier, request).IsValid && Meaning(request.Parameters) != Meaning(signed)
            select $"{at} {bits}",
            Is.Empty);

        WebhookRequest Read(byte[] wire) => form == "query" ? new WebhookRequest(Encoding.Latin1.GetString(wire), null, [], null) : new WebhookRequest("", form, wire, null);

        static string Meaning(IEnumerable<KeyValuePair<string, string?>> parameters) =>
            $"{SmsSignature.Texts([.. parameters])[^1]} {parameters.Single(p => p.Key == "sig").Value!.ToUpperInvariant()}";
    }

    private static string Encode(IEnumerable<KeyValuePair<string, string?>> parameters) =>
        string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value!)}"));

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsSurrogate(c) || c is '&' or '=' or '_' ? 'z' : c));

    private static string Token(byte[] body) => "Bearer " + JwtGenerator.FromSecret(Secret, Time).Generate(new JwtClaims
    {
        AdditionalClaims = { ["iss"] = "Vonage", ["api_key"] = "abcd1234", ["payload_hash"] = Convert.ToHexStringLower(SHA256.HashData(body)) },
    });

    private static bool IsAccepted(string token, byte[] body) => Tokens.VerifyAsync(new WebhookRequest(null, "application/json", body, token)).GetAwaiter().GetResult().IsValid;

    private static bool IsAccepted(WebhookVerifier verifier, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        // By way of the wire, as they would come in.
        var form = Encoding.ASCII.GetBytes(Encode(parameters));
        return Verify(verifier, new WebhookRequest(null, "application/x-www-form-urlencoded", form, null)).IsValid;
    }

    private static WebhookVerification Verify(WebhookVerifier verifier, WebhookRequest request) =>
        verifier.VerifyAsync(request, new() { SignatureType = WebhookSignatureType.Parameters }).GetAwaiter().GetResult();

    private static WebhookVerifier Verifier(SignatureMethod method) => new(new WebhookSecrets { { Secret, method } }, new() { TimeProvider = Time });

    private static List<KeyValuePair<string, string?>> Sign(SignatureMethod method, string name, string value)
    {
        KeyValuePair<string, string?>[] parameters = [new("api-key", "abcd1234"), new(name, value), new("timestamp", $"{Time.GetUtcNow().ToUnixTimeSeconds()}")];
        return [.. parameters, new("sig", SmsSignature.Compute(parameters, Secret, method))];
    }

    private static IEnumerable<KeyValuePair<string, string?>> Change(IEnumerable<KeyValuePair<string, string?>> parameters, string name, string value) =>
        parameters.Select(p => p.Key == name ? new(name, value) : p);

    private static IEnumerable<KeyValuePair<string, string?>> Rename(IEnumerable<KeyValuePair<string, string?>> parameters, string name, string other) =>
        parameters.Select(p => p.Key == name ? new(other, p.Value) : p);
}
