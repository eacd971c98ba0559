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
            "carousel" => string.Join(" · ", Items(message["carousel"]?["cards"]).Select(OfCard)),
            "content" => string.Join(" · ", Items(message["content"]).Select(part => Join($"[{part["type"]}]", part["text"]?.ToString(), part["caption"]?.ToString(), part["url"]?.ToString()))),
            "reaction" => message["reaction"]?["emoji"]?.ToString() ?? "[reaction removed]",
            "location" => Join("[location]", message["location"]?["name"]?.ToString(), message["location"]?["address"]?.ToString()),
            "reply" => Join(message["reply"]?["title"]?.ToString(), message["reply"]?["description"]?.ToString()),
            "button" => message["button"]?["text"]?.ToString() ?? "[button]",
            "html" => message["html"]?["body"]?.ToString() ?? "",
            "custom" => OfCustom(message["custom"] as JsonObject),
            var other => $"[{other}]",
        };
    }

    /// <summary>The objects of a list, whatever else is in it.</summary>
    public static IEnumerable<JsonObject> Items(JsonNode? list) => list is JsonArray items ? items.OfType<JsonObject>() : [];

    private static string OfTemplate(JsonObject? template) =>
        Join($"[template {template?["name"]}]", template?["parameters"] is JsonArray parameters ? string.Join(", ", parameters.Select(value => value?.ToString())) : null);

    private static string OfCard(JsonObject? card) => Join(card?["title"]?.ToString(), card?["text"]?.ToString());

    private static string OfCustom(JsonObject? custom) => Join(
        (custom?["interactive"]?["body"]?["text"] ?? custom?["contentMessage"]?["text"] ?? custom?["location"]?["name"])?.ToString() ?? $"[{custom?["type"] ?? "custom"}]");

    private static string Join(params string?[] parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
}
