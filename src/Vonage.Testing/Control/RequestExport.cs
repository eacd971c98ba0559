using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Vonage.Simulation;
using Vonage.Testing.State;

namespace Vonage.Testing.Control;

/// <summary>Writes recorded requests as commands, code and HAR. Secrets become variables.</summary>
internal static class RequestExport
{
    private const string Basic = "Basic ";

    // Stands for the API secret until the variable does: no text that an application sends.
    private const string Marker = "VonageApiSecret8d2f4c6e";

    // The version of the package, as in the User-Agent header: without the commit ID, which follows a plus sign.
    private static readonly string Version = typeof(RequestExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static string Curl(ReceivedRequest request, Uri address)
    {
        var text = new StringBuilder("curl -X ").Append(request.Method.All(char.IsAsciiLetter) ? request.Method : Quote(request.Method)).Append(' ').Append(InDouble(UrlOf(request, address, Marker)));
        if (request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            text.Append(authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
                ? $" \\\n  -u \"${KeyOf(request)}:${SecretOf(request)}\""
                : " \\\n  -H \"Authorization: Bearer $VONAGE_JWT\"");
        }
        if (request.Content.Length > 0)
        {
            text.Append(" \\\n  -H ").Append(Quote($"Content-Type: {request.Headers.ContentType}"));
            var body = Masked.Body(request, Marker);
            // Other options read a file if the text begins with an at sign.
            text.Append(" \\\n  --data-raw ").Append(body.Contains(Marker, StringComparison.Ordinal) ? InDouble(body) : Quote(body));
        }
        return text.ToString();
    }

    /// <summary>C# code: a call of this SDK if it has one that sends the same, and an HTTP request otherwise.</summary>
    public static string CSharp(ReceivedRequest request, Uri address) => (IsFlowroute(request) ? null : SdkCode.Of(request)) ?? HttpCode(request, address);

    private static string HttpCode(ReceivedRequest request, Uri address)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"using var http = new HttpClient();")
            .AppendLine(CultureInfo.InvariantCulture, $"using var request = new HttpRequestMessage(new HttpMethod({Literal(request.Method)}), {Literal(UrlOf(request, address))});");
        if (request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            text.AppendLine(authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
                ? $$"""request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Environment.GetEnvironmentVariable("{{KeyOf(request)}}")}:{Environment.GetEnvironmentVariable("{{SecretOf(request)}}")}")));"""
                : "request.Headers.Authorization = new(\"Bearer\", Environment.GetEnvironmentVariable(\"VONAGE_JWT\"));");
        }
        if (request.Content.Length > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"request.Content = new StringContent({Literal(Masked.Body(request))});")
                .AppendLine(CultureInfo.InvariantCulture, $"request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse({Literal(request.Headers.ContentType.ToString())});");
        }
        return text.AppendLine("using var response = await http.SendAsync(request);")
            .Append("Console.WriteLine($\"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}\");").ToString();
    }

    public static JsonObject Har(IEnumerable<ReceivedRequest> requests, Uri address) => new()
    {
        ["log"] = new JsonObject
        {
            ["version"] = "1.2",
            ["creator"] = new JsonObject { ["name"] = "Vonage.Testing", ["version"] = Version },
            ["entries"] = new JsonArray([.. requests.Select(request => Entry(request, address))]),
        },
    };

    private static JsonObject Entry(ReceivedRequest request, Uri address)
    {
        var time = request.Duration?.TotalMilliseconds ?? 0;
        return new JsonObject
        {
            ["startedDateTime"] = Times.Milliseconds(request.ReceivedAt),
            ["time"] = time,
            ["request"] = RequestOf(request, address),
            ["response"] = new JsonObject
            {
                ["status"] = request.StatusCode,
                ["statusText"] = ReasonPhrases.GetReasonPhrase(request.StatusCode),
                ["httpVersion"] = "HTTP/1.1",
                ["headers"] = Pairs(request.Reply?.Headers ?? new Dictionary<string, string>()),
                ["cookies"] = new JsonArray(),
                ["content"] = new JsonObject { ["size"] = request.Reply?.Length ?? 0, ["mimeType"] = request.Reply?.ContentType ?? "", ["text"] = request.Reply?.Body ?? "" },
                ["redirectURL"] = "",
                ["headersSize"] = -1,
                ["bodySize"] = request.Reply?.Length ?? 0,
            },
            ["cache"] = new JsonObject(),
            ["timings"] = new JsonObject { ["send"] = 0, ["wait"] = time, ["receive"] = 0 },
        };
    }

    private static JsonObject RequestOf(ReceivedRequest request, Uri address)
    {
        var json = new JsonObject
        {
            ["method"] = request.Method,
            ["url"] = UrlOf(request, address),
            ["httpVersion"] = "HTTP/1.1",
            ["headers"] = Pairs(Masked.Headers(request)),
            ["queryString"] = Pairs(QueryHelpers.ParseQuery(Masked.Query(request)).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()))),
            ["cookies"] = new JsonArray(),
            ["headersSize"] = -1,
            ["bodySize"] = request.Content.Length,
        };
        if (request.Content.Length > 0)
            json["postData"] = new JsonObject { ["mimeType"] = request.ContentType, ["text"] = Masked.Body(request) };
        return json;
    }

    private static JsonArray Pairs(IEnumerable<KeyValuePair<string, string>> fields) =>
        new([.. fields.Select(field => new JsonObject { ["name"] = field.Key, ["value"] = field.Value })]);

    private static string UrlOf(ReceivedRequest request, Uri address, string apiSecret = Masked.Text) =>
        $"{request.OwnAddress ?? address.GetLeftPart(UriPartial.Authority)}{(request.Host is null ? "" : "/" + request.Host)}{request.Path}{Masked.Query(request, apiSecret)}";

    // The names that the program prints.
    private static string KeyOf(ReceivedRequest request) => IsFlowroute(request) ? "FR_ACCESS_KEY" : VonageEnvironment.ApiKey;

    private static string SecretOf(ReceivedRequest request) => IsFlowroute(request) ? "FR_SECRET_KEY" : VonageEnvironment.ApiSecret;

    private static bool IsFlowroute(ReceivedRequest request) => request.Host == "api.flowroute.com";

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    // In double quotes a shell replaces the secret's variable, and nothing else.
    private static string InDouble(string text)
    {
        var safe = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("$", "\\$", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal);
        return $"\"{safe.Replace(Marker, "$VONAGE_API_SECRET", StringComparison.Ordinal)}\"";
    }

    internal static string Literal(string text) => "\"" + string.Concat(text.Select(character => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        _ when char.IsControl(character) => $"\\u{(int)character:x4}",
        _ => character.ToString(),
    })) + "\"";
}
