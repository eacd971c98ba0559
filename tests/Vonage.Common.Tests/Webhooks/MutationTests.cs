using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace Vonage.Common.Tests;

/// <summary>
/// 20,000 webhooks, each changed in a random way. What says the same in another way is valid, and anything else is forged. The seed is fixed,
/// so that a failure can be repeated; the name of the change and its number are in the message.
/// </summary>
internal sealed class MutationTests
{
    private const int Count = 20_000;

    private static readonly ManualTime Time = new();
    private static readonly string[] Tenants = ["tenant-a", "tenant-b"];
    private static readonly SignatureMethod[] Methods = Enum.GetValues<SignatureMethod>();

    private static readonly WebhookVerifier Verifier = new(
        new WebhookSecrets { { "tenant-a", "secret a", SignatureMethod.Md5Hash }, { "tenant-a", "next a", SignatureMethod.HmacSha512 }, { "tenant-b", "secret b", SignatureMethod.HmacSha256 } },
        new() { TimeProvider = Time });

    private readonly Random _random = new(20261121);

    [Test]
    public void None_that_is_forged_is_accepted_and_none_that_is_valid_is_refused()
    {
        var (forged, valid) = (0, 0);
        var wrong = new List<string>();
        for (var i = 0; i < Count; i++)
        {
            var (name, isForged, isAccepted) = i % 2 == 0 ? MutateToken() : MutateParameters();
            _ = isForged ? forged++ : valid++;
            if (isAccepted == isForged)
                wrong.Add($"{i}: {name} was {(isAccepted ? "accepted" : "refused")}");
        }

        Assert.That(wrong, Is.Empty);
        Assert.That(forged, Is.GreaterThan(Count / 2));
        Assert.That(valid, Is.GreaterThan(Count / 5));
    }

    private static string Secret(string tenant) => tenant == "tenant-a" ? "secret a" : "secret b";

    private static string Other(string tenant) => tenant == "tenant-a" ? "tenant-b" : "tenant-a";

    private (string Name, bool IsForged, bool IsAccepted) MutateToken()
    {
        var tenant = Pick(Tenants);
        var body = Body(tenant);
        var token = Token(tenant, body);
        var parts = token["Bearer ".Length..].Split('.');
        var required = new WebhookRequirements { Account = Chance() ? tenant : null };
        return _random.Next(20) switch
        {
            0 => Token("unchanged", false, body, token, required),
            1 => Token("several spaces", false, body, token.Replace(" ", new string(' ', _random.Next(1, 5)), StringComparison.Ordinal), required),
            2 => Token("the scheme in another case", false, body, Pick("bearer", "BEARER", "bEaReR") + token["Bearer".Length..], required),
            3 => Token("a query of its own", false, body, token, required, $"?tag={_random.Next()}&api-key={tenant}"),
            4 => Token("signed with the next secret", false, Body("tenant-a"), null, new(), secret: "next a", tenant: "tenant-a"),
            5 => Token("a byte of the body", true, Flip(body), token, required),
            6 => Token("a byte less", true, body[..^1], token, required),
            7 => Token("a byte more", true, [.. body, (byte)Pick(' ', '\n', '\0', '}')], token, required),
            8 => Token("no body", true, [], token, new() { AllowUnsignedQuery = Chance() }, "?status=delivered"),
            9 => Token("a character of the token", true, body, Replace(token, "Bearer ".Length, "ABCabc019-_.= \0"), required),
            10 => Token("a character less", true, body, token.Remove(_random.Next("Bearer ".Length, token.Length), 1), required),
            11 => Token("the token of another body", true, body, Token(tenant, [.. body, 32]), required),
            12 => Token("the secret of another tenant", true, body, null, required, secret: Secret(Other(tenant)), tenant: tenant),
            13 => Token("another account is required", true, body, token, new() { Account = Other(tenant) }),
            14 => Token("a body of another account", true, Body(Other(tenant), isNamed: true), null, required, secret: Secret(tenant), tenant: tenant),
            15 => Token("a query of another account", true, body, token, required, $"?{Pick("api-key", "API_KEY", "%61piKey", "sms.ApiKey", "sms[api-key]", "[0].api_key")}={Other(tenant)}"),
            16 => Token("another algorithm", true, body, $"Bearer {Base64(Pick("""{"alg":"none"}""", """{"alg":"HS512"}""", """{"alg":"RS256"}""", """{"alg":"HS256","crit":["b64"],"b64":false}"""))}.{parts[1]}.{Pick("", parts[2])}", required),
            17 => Token("other claims", true, body, $"Bearer {parts[0]}.{Base64($$"""{"iss":"Vonage","api_key":"{{tenant}}","iat":{{Time.GetUtcNow().ToUnixTimeSeconds()}},"payload_hash":"{{Convert.ToHexStringLower(SHA256.HashData(body))}}"}""")}.{parts[2]}", required),
            18 => Token("an age beyond the limit", true, body, WebhookTest.Token(Secret(tenant), tenant, body, new ManualTime(Time.GetUtcNow().AddSeconds(Chance() ? _random.Next(61, 9999) : -_random.Next(361, 9999)))), required),
            _ => Token("signed parameters only", true, body, null, required, "?" + WebhookTest.Encode(Sign(tenant)), secret: ""),
        };
    }

    private (string Name, bool IsForged, bool IsAccepted) MutateParameters()
    {
        var tenant = Pick(Tenants);
        var signed = Sign(tenant);
        var at = _random.Next(signed.Count - 1);
        var account = Chance() ? tenant : null;
        return _random.Next(20) switch
        {
            0 => Parameters("unchanged", false, signed, account),
            1 => Parameters("in another order", false, [.. signed.OrderBy(_ => _random.Next())], account),
            2 => Parameters("the signature in capitals", false, Change(signed, "sig", signature => signature.ToUpperInvariant()), account),
            3 => Parameters("beside another authorization", false, signed, account, "Basic dGVzdDp0ZXN0"),
            4 => Parameters("with the next secret", false, Sign("tenant-a", "next a", SignatureMethod.HmacSha512), null),
            5 => Parameters("a value", true, Change(signed, signed[at].Key, value => value + Pick("x", " ", "0", "\u0301")), account),
            6 => Parameters("a value less", true, [.. signed.Where((_, i) => i != at)], account),
            7 => Parameters("a name", true, [.. signed.Select((p, i) => i == at ? new(p.Key + "x", p.Value) : p)], account),
            8 => Parameters("a parameter more", true, [.. signed, new($"more{_random.Next()}", "1")], account),
            9 => Parameters("two values exchanged", true, Change(Change(signed, "to", _ => Find(signed, "msisdn")), "msisdn", _ => Find(signed, "to")), account),
            10 => Parameters("another account", true, Change(signed, "api-key", _ => Other(tenant)), null),
            11 => Parameters("another account is required", true, signed, Other(tenant)),
            12 => Parameters("the secret of another tenant", true, Sign(tenant, Secret(Other(tenant)), Method(Other(tenant))), account),
            13 => Parameters("another method", true, Sign(tenant, Secret(tenant), Pick(Methods.Where(method => method != Method(tenant)).ToArray())), account),
            14 => Parameters("a digit of the signature", true, Change(signed, "sig", signature => Replace(signature, 0, "0123456789abcdefg ")), account),
            15 => Parameters("a signature cut off", true, Change(signed, "sig", signature => signature[.._random.Next(signature.Length)]), account),
            16 => Parameters("parameters of a request", true, Sign(tenant, Secret(tenant), Method(tenant), "api_key"), account),
            17 => Parameters("two signatures", true, [.. signed, new("sig", Find(signed, "sig"))], account),
            18 => Parameters("an age beyond the limit", true, Sign(tenant, Secret(tenant), Method(tenant), age: Pick(1, -1) * _random.Next(301, 9999)), account),
            _ => Parameters("a body over a signed query", true, signed, account, isBodyForeign: true),
        };
    }

    private static (string Name, bool IsForged, bool IsAccepted) Token(string name, bool isForged, byte[] body, string? token, WebhookRequirements requirements, string? query = null, string? secret = null, string? tenant = null)
    {
        if (secret is { Length: > 0 })
            token = WebhookTest.Token(secret, tenant, body, Time);
        return (name, isForged, IsAccepted(new WebhookRequest(query, "application/json", body, token), requirements));
    }

    private (string Name, bool IsForged, bool IsAccepted) Parameters(string name, bool isForged, List<KeyValuePair<string, string?>> parameters, string? account, string? authorization = null, bool isBodyForeign = false)
    {
        var query = WebhookTest.Encode(parameters);
        var isRepeated = parameters.DistinctBy(p => p.Key).Count() < parameters.Count;
        var request = _random.Next(isRepeated ? 2 : 3) switch
        {
            _ when isBodyForeign => new WebhookRequest(query, Pick("application/json", "application/x-www-form-urlencoded"), Body("tenant-a"), authorization),
            0 => new WebhookRequest((Chance() ? "?" : "") + (Chance() ? query : query.Replace("%20", "+", StringComparison.Ordinal)), null, [], authorization),
            1 => new WebhookRequest(null, "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(query), authorization),
            _ => new WebhookRequest(null, "application/json", Encoding.UTF8.GetBytes(Json(parameters)), authorization),
        };
        return (name, isForged, IsAccepted(request, new() { SignatureType = WebhookSignatureType.Parameters, Account = account }));
    }

    private static bool IsAccepted(WebhookRequest request, WebhookRequirements requirements) => Verifier.VerifyAsync(request, requirements).GetAwaiter().GetResult().IsValid;

    /// <summary>JSON with spaces and escapes at random, and numbers with and without quotation marks.</summary>
    private string Json(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var members = parameters.Select(p =>
        {
            var isNumber = p.Key is "price" or "timestamp" && p.Value!.All(c => char.IsAsciiDigit(c) || c == '.') && Chance();
            var value = isNumber ? p.Value : JsonConvert.ToString(p.Value, '"', Chance() ? StringEscapeHandling.Default : StringEscapeHandling.EscapeNonAscii);
            return $"{Pick("", " ", "\n")}{JsonConvert.ToString(p.Key)}{Pick(":", " : ")}{value}";
        });
        return $"{{{string.Join(',', members)}}}";
    }

    private List<KeyValuePair<string, string?>> Sign(string tenant) => Sign(tenant, Secret(tenant), Method(tenant));

    private List<KeyValuePair<string, string?>> Sign(string tenant, string secret, SignatureMethod method, string account = "api-key", int age = 0)
    {
        List<KeyValuePair<string, string?>> parameters =
        [
            new(account, tenant), new("msisdn", "447700900000"), new("to", "447700900001"), new("messageId", $"{_random.Next():X}"), new("text", Text()),
            new("price", $"0.{_random.Next()}0"), new("timestamp", (Time.GetUtcNow().ToUnixTimeSeconds() - age).ToString(CultureInfo.InvariantCulture)), new("nonce", $"{_random.Next()}"),
        ];
        parameters.Add(new("sig", SmsSignature.Compute(parameters, secret, method)));
        return parameters;
    }

    private static SignatureMethod Method(string tenant) => tenant == "tenant-a" ? SignatureMethod.Md5Hash : SignatureMethod.HmacSha256;

    private byte[] Body(string tenant, bool isNamed = false)
    {
        var account = isNamed || Chance() ? $"\"{Pick("api-key", "api_key", "\\u0061pi_key")}\":\"{tenant}\"," : "";
        return Encoding.UTF8.GetBytes($$"""{{{account}}"message_uuid":"{{_random.Next()}}","status":"delivered","text":{{JsonConvert.ToString(Text())}}}""");
    }

    private static string Token(string tenant, byte[] body) => WebhookTest.Token(Secret(tenant), tenant, body, Time);

    private string Text() => string.Concat(Enumerable.Range(0, _random.Next(1, 30)).Select(_ => Pick("a", "Z", "7", " ", "ü", "€", "😀", "+", "%", "\"", "\\", "/", "'", "{", "&", "=", "_", "#", "?", "\n")));

    private byte[] Flip(byte[] body)
    {
        var changed = (byte[])body.Clone();
        changed[_random.Next(changed.Length)] ^= (byte)_random.Next(1, 256);
        return changed;
    }

    private string Replace(string text, int from, string alphabet)
    {
        var at = _random.Next(from, text.Length);
        var other = Pick(alphabet.Where(c => c != text[at]).ToArray());
        return string.Concat(text.AsSpan(0, at), [other], text.AsSpan(at + 1));
    }

    private static List<KeyValuePair<string, string?>> Change(List<KeyValuePair<string, string?>> parameters, string name, Func<string, string> change) =>
        [.. parameters.Select(p => p.Key == name ? new(name, change(p.Value!)) : p)];

    private static string Find(List<KeyValuePair<string, string?>> parameters, string name) => parameters.Single(p => p.Key == name).Value!;

    private static string Base64(string text) => WebhookTokenVerifierTests.Encode(Encoding.UTF8.GetBytes(text));

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private bool Chance() => _random.Next(2) == 0;
}
