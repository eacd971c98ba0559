using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>How a body travels.</summary>
internal enum BodyKind
{
    Json,
    Form,
    Multipart,
    Text,
    Bytes,
}

/// <summary>What the media types of a document mean for what is sent and read.</summary>
internal static class MediaTypes
{
    /// <summary>Chooses one of the media types that a body can have: JSON where it is among them, and what needs the least otherwise.</summary>
    public static (string MediaType, BodyKind Kind, JObject Schema)? Choose(Spec spec, JObject? content) =>
        (content ?? []).Properties()
            .Select(c => (c.Name, Kind: KindOf(spec, c), Schema: c.Value["schema"] as JObject ?? []))
            .OrderBy(c => c.Kind).Select(c => ((string, BodyKind, JObject)?)c).FirstOrDefault();

    /// <summary>The media type without its parameters.</summary>
    public static string Bare(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Whether something of a media type is one JSON value. Types such as <c>application/x-ndjson</c> are several.</summary>
    public static bool IsJson(string mediaType) => Bare(mediaType).Split('/', '+', '.', '-')[^1] == "json";

    /// <summary>Whether a media type leaves open what comes.</summary>
    public static bool IsAny(string mediaType) => Bare(mediaType) is "*/*" or "application/*";

    /// <summary>Whether something is declared to be bytes.</summary>
    public static bool IsFile(Spec spec, JProperty content) =>
        content.Value["schema"] is JObject given && spec.Resolve(given) is var schema && (string?)schema["type"] == "string" && (string?)schema["format"] == "binary";

    public static BodyKind KindOf(Spec spec, JProperty content)
    {
        return Bare(content.Name) switch
        {
            "application/x-www-form-urlencoded" => BodyKind.Form,
            "multipart/form-data" => BodyKind.Multipart,
            _ when IsFile(spec, content) => BodyKind.Bytes,
            _ when IsJson(content.Name) || (IsAny(content.Name) && content.Value["schema"] is not null) => BodyKind.Json,
            var text when text.StartsWith("text/", StringComparison.Ordinal) || text.EndsWith("xml", StringComparison.Ordinal) => BodyKind.Text,
            _ => BodyKind.Bytes,
        };
    }
}
