using System.Text.Json.Nodes;

namespace Vonage.Testing.Control;

/// <summary>What a message of any kind says, as plain text for searches and lists. The page draws the message itself.</summary>
internal static class MessageText
{
    private static readonly string[] Media = ["image", "video", "audio", "file", "vcard", "sticker"];

    public static string Of(JsonObject message)
    {
        if (message["text"] is JsonValue text)
            return text.ToString();
        foreach (var name in Media)
        {
            if (message[name] is JsonObject media)
                return Join($"[{name}]", media["caption"]?.ToString(), media["name"]?.ToString(), media["url"]?.ToString());
        }
        return message["message_type"]?.ToString() switch
        {
            "template" => OfTemplate(message["template"] as JsonObject),
            "card" => OfCard(message["card"] as JsonObject),
            "carousel" => string.Join(" · ", Items(message.At("carousel", "cards")).Select(OfCard)),
            "content" => string.Join(" · ", Items(message["content"]).Select(part => Join($"[{part["type"]}]", part["text"]?.ToString(), part["caption"]?.ToString(), part["url"]?.ToString()))),
            "reaction" => message.TextAt("reaction", "emoji") ?? "[reaction removed]",
            "location" => Join("[location]", message.TextAt("location", "name"), message.TextAt("location", "address")),
            "reply" => Join(message.TextAt("reply", "title"), message.TextAt("reply", "description")),
            "button" => message.TextAt("button", "text") ?? "[button]",
            "html" => message.TextAt("html", "body") ?? "",
            "custom" => OfCustom(message["custom"] as JsonObject),
            var other => $"[{other}]",
        };
    }

    /// <summary>The objects of a list, whatever else is in it.</summary>
    public static IEnumerable<JsonObject> Items(JsonNode? list) => list is JsonArray items ? items.OfType<JsonObject>() : [];

    /// <summary>The parameters of a template.</summary>
    public static IEnumerable<string> Parameters(JsonObject message) => (message.At("template", "parameters") as JsonArray ?? [])
        .Select(value => value is JsonObject one ? (one["default"] ?? one["text"])?.ToString() ?? one.ToJsonString() : value?.ToString() ?? "");

    private static string OfTemplate(JsonObject? template) =>
        Join($"[template {template?["name"]}]", template?["parameters"] is JsonArray parameters ? string.Join(", ", parameters.Select(value => value?.ToString())) : null);

    private static string OfCard(JsonObject? card) => Join(card?["title"]?.ToString(), card?["text"]?.ToString());

    private static string OfCustom(JsonObject? custom) => Join(
        (custom.At("interactive", "body", "text") ?? custom.At("contentMessage", "text") ?? custom.At("location", "name"))?.ToString() ?? $"[{custom?["type"] ?? "custom"}]");

    private static string Join(params string?[] parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
}
