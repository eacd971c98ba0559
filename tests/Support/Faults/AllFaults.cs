using System.IO.Compression;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace TestSupport.Faults;

/// <summary>Every way for a server to fail that the clients must survive.</summary>
internal static class AllFaults
{
    private const string Html = "<html><body><h1>502 Bad Gateway</h1></body></html>";

    private static readonly byte[] Bomb = Compress("gzip", new byte[16 * 1024 * 1024]);

    private static readonly byte[] Block = new byte[256 * 1024];

    public static IEnumerable<Fault> List { get; } = [.. Connections(), .. Statuses(), .. Lengths(), .. Encodings(), .. Shapes()];

    private static IEnumerable<Fault> Connections()
    {
        yield return new("closed before the reply", Outcome.Error, After(exchange => exchange.Close())) { Error = typeof(ApiConnectionException), Sent = RequestSent.Unknown };
        yield return new("refused", Outcome.Error, (_, _) => throw new InvalidOperationException("There is no server.")) { Error = typeof(ApiConnectionException), Sent = RequestSent.No, IsRefused = true };
        yield return new("reset before the reply", Outcome.Error, After(exchange => exchange.Reset())) { Error = typeof(ApiConnectionException), Sent = RequestSent.Unknown };
        yield return new("reset in the headers", Outcome.Error, Then("HTTP/1.1 200 OK\r\nContent-Ty", exchange => exchange.Reset())) { Error = typeof(ApiConnectionException), Sent = RequestSent.Unknown };
        yield return new("reset after the headers", Outcome.ErrorOfReply, Then("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", exchange => exchange.Reset())) { Error = typeof(ApiException), Status = 200 };
        yield return new("silence", Outcome.Error, Then("", exchange => exchange.WaitForEndAsync())) { Error = typeof(ApiTimeoutException), Sent = RequestSent.Unknown, Hangs = true };
        yield return new("silence in the headers", Outcome.Error, Then("HTTP/1.1 200 OK\r\nX-", exchange => exchange.WaitForEndAsync())) { Error = typeof(ApiTimeoutException), Sent = RequestSent.Unknown, Hangs = true };
        yield return new("silence in the body", Outcome.ErrorOfReply, Then("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", exchange => exchange.WaitForEndAsync())) { Error = typeof(ApiTimeoutException), Status = 200, Hangs = true };
        yield return new("slow drip", Outcome.ErrorOfReply, Then("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", DripAsync)) { Status = 200, Hangs = true };
        yield return new("not HTTP", Outcome.Error, Then("220 mail.example ESMTP\r\n", exchange => exchange.Close())) { Error = typeof(ApiConnectionException), Sent = RequestSent.Unknown };
        yield return new("endless headers", Outcome.Error, Then("HTTP/1.1 200 OK\r\nX-A: " + new string('a', 200_000), exchange => exchange.Close())) { Error = typeof(ApiConnectionException), Sent = RequestSent.Unknown };
    }

    private static IEnumerable<Fault> Statuses()
    {
        foreach (var status in new[] { 400, 401, 403, 404, 408, 409, 410, 422, 429, 500, 501, 502, 503, 504, 599 })
            yield return new($"{status} with HTML", Outcome.Error, Then($"HTTP/1.1 {status} X\r\nRetry-After: 60\r\nContent-Type: text/html\r\nContent-Length: {Html.Length}\r\n\r\n{Html}")) { Status = status };
        yield return new("429 without a body", Outcome.Error, Then("HTTP/1.1 429 X\r\nRetry-After: soon\r\nContent-Length: 0\r\n\r\n")) { Status = 429 };
        yield return new("503 without a body", Outcome.Error, Then("HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n")) { Status = 503 };
        yield return new("503 that never ends", Outcome.Error, Then("HTTP/1.1 503 X\r\nContent-Length: 100\r\n\r\noh", exchange => exchange.WaitForEndAsync())) { Status = 503, Hangs = true };
        yield return new("500 that breaks off", Outcome.Error, Then("HTTP/1.1 500 X\r\nContent-Length: 100\r\n\r\noh", exchange => exchange.Close())) { Status = 500 };
        foreach (var target in new[] { "ftp://127.0.0.1/", "file:///etc/passwd", "http://user:secret@127.0.0.1/", "" })
            yield return new($"302 to '{target}'", Outcome.Error, Then($"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n")) { Status = 302 };
    }

    private static IEnumerable<Fault> Lengths()
    {
        yield return new("half of the body", Outcome.ErrorOfReply, async (exchange, reply) =>
        {
            await exchange.AnswerAsync($"HTTP/1.1 200 OK\r\nContent-Type: {reply.MediaType}\r\nContent-Length: {reply.Body.Length + 1}\r\n\r\n");
            await exchange.WriteAsync(reply.Body.AsMemory(0, reply.Body.Length / 2));
            exchange.Close();
        })
        { Status = -1 };
        yield return new("half of the body, under a length that fits", Outcome.ErrorOfReply, (exchange, reply) => ReplyAsync(exchange, reply, reply.Body[..(reply.Body.Length / 2)])) { Status = -1 };
        yield return new("a wrong chunk", Outcome.ErrorOfReply, Then("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}", exchange => exchange.Close())) { Status = 200 };
        yield return new("a length of a terabyte", Outcome.ErrorOfReply, Then("HTTP/1.1 200 OK\r\nContent-Length: 1099511627776\r\n\r\n{}", exchange => exchange.Close())) { Status = 200 };
        yield return new("1 GB", Outcome.ErrorOfReply, Flood("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")) { Status = 200 };
        yield return new("1 GB in chunks", Outcome.ErrorOfReply, Flood("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40000000\r\n")) { Status = 200 };
        yield return new("1 GB of an error", Outcome.Error, Flood("HTTP/1.1 500 X\r\nContent-Length: 1073741824\r\n\r\n")) { Status = 500 };
    }

    private static IEnumerable<Fault> Encodings()
    {
        foreach (var coding in new[] { "gzip", "deflate", "br" })
        {
            yield return new($"damaged {coding}", Outcome.ErrorOfReply, (exchange, reply) => ReplyAsync(exchange, reply, Damage(coding, [.. reply.Body, .. new byte[2000]]), coding)) { Status = -1 };
            yield return new($"{coding} that is none", Outcome.ErrorOfReply, (exchange, reply) => ReplyAsync(exchange, reply, "{\"a\":\"not compressed at all\"}"u8.ToArray(), coding)) { Status = -1 };
            yield return new($"500 with damaged {coding}", Outcome.Error, (exchange, reply) => ReplyAsync(exchange, reply with { Status = 500 }, Damage(coding, new byte[2000]), coding)) { Status = 500 };
        }

        yield return new("a bomb", Outcome.ErrorOfReply, (exchange, reply) => ReplyAsync(exchange, reply, Bomb, "gzip")) { Status = -1 };
        yield return new("500 with a bomb", Outcome.Error, (exchange, reply) => ReplyAsync(exchange, reply with { Status = 500 }, Bomb, "gzip")) { Status = 500 };
        yield return new("UTF-7", Outcome.Result, (exchange, reply) => ReplyAsync(exchange, reply with { MediaType = "application/json; charset=utf-7" }, reply.Body));
        yield return new("a charset that does not exist", Outcome.Result, (exchange, reply) => ReplyAsync(exchange, reply with { MediaType = "application/json; charset=ebcdic-9000" }, reply.Body));
        yield return new("UTF-16", Outcome.Result, (exchange, reply) => ReplyAsync(exchange, reply, IsJson(reply) ? Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(reply.Body)) : reply.Body));
        yield return new("a byte order mark", Outcome.Result, (exchange, reply) => ReplyAsync(exchange, reply, IsJson(reply) ? [0xEF, 0xBB, 0xBF, .. reply.Body] : reply.Body));
    }

    private static IEnumerable<Fault> Shapes()
    {
        foreach (var body in new[] { "", "{}", "[]", "null", "true", "17", "\"text\"", "[null]", "{\"messages\":[null]}", "{\"data\":null}", "{\"data\":[null]}", "{\"_embedded\":null}", "{\"_embedded\":{}}", "{\"a\":1}{", Html })
            yield return new($"200 with {(body.Length == 0 ? "nothing" : body)}", Outcome.Either, (exchange, reply) => ReplyAsync(exchange, reply with { Status = 200 }, Encoding.UTF8.GetBytes(body))) { Status = -1 };
        yield return new("other types everywhere", Outcome.Either, (exchange, reply) => ReplyAsync(exchange, reply, Change(reply, Other))) { Status = -1 };
        yield return new("other types inside", Outcome.Either, (exchange, reply) => ReplyAsync(exchange, reply, Change(reply, token => token is JValue ? Other(token) : token))) { Status = -1 };
        yield return new("null everywhere", Outcome.Either, (exchange, reply) => ReplyAsync(exchange, reply, Change(reply, token => token is JValue ? JValue.CreateNull() : token))) { Status = -1 };
        yield return new("lists of null", Outcome.Either, (exchange, reply) => ReplyAsync(exchange, reply, Change(reply, token => token is JArray ? new JArray(JValue.CreateNull(), JValue.CreateNull()) : token))) { Status = -1 };
        yield return new("numbers beyond all types", Outcome.Either, (exchange, reply) => ReplyAsync(exchange, reply, Change(reply, token => token is JValue ? new JRaw("1e999") : token))) { Status = -1 };
        foreach (var (name, open) in new[] { ("lists", "["), ("objects", "{\"a\":"), ("embedded", "{\"_embedded\":"), ("data", "{\"data\":") })
        {
            var deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, 100_000)));
            yield return new($"100,000 {name} deep", Outcome.ErrorOfReply, (exchange, reply) => ReplyAsync(exchange, reply, deep)) { Status = -1 };
            yield return new($"400, 100,000 {name} deep", Outcome.Error, (exchange, reply) => ReplyAsync(exchange, reply with { Status = 400 }, deep)) { Status = 400 };
        }
    }

    private static bool IsJson(RecordedReply reply) => reply.MediaType?.Contains("json", StringComparison.Ordinal) == true;

    private static Func<RawExchange, RecordedReply, Task> After(Action<RawExchange> end) => async (exchange, _) =>
    {
        await exchange.ReadBodyAsync();
        end(exchange);
    };

    private static Func<RawExchange, RecordedReply, Task> Then(string text, Action<RawExchange> end) => async (exchange, _) =>
    {
        await exchange.AnswerAsync(text);
        await Task.Delay(5);
        end(exchange);
    };

    private static Func<RawExchange, RecordedReply, Task> Then(string text, Func<RawExchange, Task>? end = null) => async (exchange, _) =>
    {
        await exchange.AnswerAsync(text);
        if (end is not null)
            await end(exchange);
    };

    public static async Task ReplyAsync(RawExchange exchange, RecordedReply reply, byte[] body, string? coding = null)
    {
        if (reply.Status == 204 && body.Length > 0)
            reply = reply with { Status = 200 };
        var type = reply.MediaType is null ? "" : $"Content-Type: {reply.MediaType}\r\n";
        var encoding = coding is null ? "" : $"Content-Encoding: {coding}\r\n";
        await exchange.AnswerAsync($"HTTP/1.1 {reply.Status} X\r\n{type}{encoding}{(reply.Status == 204 ? "" : $"Content-Length: {body.Length}\r\n")}\r\n");
        await exchange.WriteAsync(body);
    }

    private static async Task DripAsync(RawExchange exchange)
    {
        // The time of a download starts again with each byte; its connection ends it.
        for (var i = 0; i < 50; i++)
        {
            await exchange.WriteAsync("1");
            await Task.Delay(40, exchange.Stopping);
        }

        exchange.Close();
    }

    // A download may be as large as it likes; the cases keep theirs in memory.
    private static Func<RawExchange, RecordedReply, Task> Flood(string head) => async (exchange, reply) =>
    {
        await exchange.AnswerAsync(head);
        for (var left = IsJson(reply) ? 1L << 30 : 1L << 22; left > 0; left -= Block.Length)
            await exchange.WriteAsync(Block);
        exchange.Close();
    };

    private static byte[] Damage(string coding, byte[] plain)
    {
        var bytes = Compress(coding, plain);
        bytes.AsSpan(bytes.Length / 3, bytes.Length / 3).Fill(0xFF);

        // Brotli has no checksum, so that by chance a damage is none; it has no such window.
        if (coding == "br")
            bytes[0] = 0x11;
        return bytes;
    }

    private static byte[] Compress(string coding, byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest),
            _ => new BrotliStream(compressed, CompressionLevel.Fastest),
        })
            stream.Write(bytes);
        return compressed.ToArray();
    }

    private static byte[] Change(RecordedReply reply, Func<JToken, JToken> change)
    {
        if (!IsJson(reply) || reply.Body.Length == 0)
            return reply.Body;
        return Encoding.UTF8.GetBytes(Walk(JToken.Parse(Encoding.UTF8.GetString(reply.Body))).ToString(Formatting.None));

        JToken Walk(JToken token) => change(token) is var changed && !ReferenceEquals(changed, token) ? changed : token switch
        {
            JObject members => new JObject(members.Properties().Select(member => new JProperty(member.Name, Walk(member.Value)))),
            JArray items => new JArray(items.Select(Walk)),
            _ => token,
        };
    }

    private static JToken Other(JToken token) => token.Type switch
    {
        JTokenType.String => new JObject { ["a"] = 1 },
        JTokenType.Object => "text",
        JTokenType.Array => new JObject { ["b"] = 2 },
        JTokenType.Boolean => "maybe",
        _ => new JArray("x"),
    };
}
