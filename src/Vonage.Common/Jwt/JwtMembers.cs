using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage;

/// <summary>The members of the header or payload of a token.</summary>
internal sealed class JwtMembers
{
    private const int MaxDepth = 16;
    private const int MaxCount = 100;

    private readonly List<KeyValuePair<string, object?>> _members = [];

    private JwtMembers()
    {
    }

    /// <summary>Reads a JSON object; <see langword="null"/> if the text is not one, has more than 100 members, or has two with the same name.</summary>
    public static JwtMembers? Read(byte[] utf8)
    {
        using var text = new BytesReader(utf8, 0, utf8.Length, TextEncoding.Strict);
        return Read(text);
    }

    /// <inheritdoc cref="Read(byte[])"/>
    public static JwtMembers? Read(TextReader text)
    {
        try
        {
            using var json = ApiJson.Open(text, MaxDepth);
            return Read(json);
        }
        catch (Exception error) when (error is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Gets the value of a member, as a <see cref="JToken"/> if it is an object or array.</summary>
    /// <returns>Whether the member exists.</returns>
    public bool TryGet(string name, out object? value)
    {
        foreach (var member in _members)
        {
            if (member.Key != name)
                continue;
            value = member.Value;
            return true;
        }

        value = null;
        return false;
    }

    public Dictionary<string, object?> ToDictionary() => _members.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);

    public JObject ToObject()
    {
        var members = new JObject();
        foreach (var member in _members)
            members.Add(member.Key, member.Value as JToken ?? new JValue(member.Value));
        return members;
    }

    private static JwtMembers? Read(JsonTextReader json)
    {
        if (!json.Read() || json.TokenType != JsonToken.StartObject)
            return null;
        var found = new JwtMembers();
        while (JsonRead.Next(json) != JsonToken.EndObject)
        {
            var name = (string)json.Value!;
            if (found._members.Count == MaxCount || found.TryGet(name, out _))
                return null;
            var isSingle = JsonRead.Next(json) is not (JsonToken.StartObject or JsonToken.StartArray);
            found._members.Add(new(name, isSingle ? json.Value : JToken.ReadFrom(json, ApiJson.Unambiguous)));
        }

        return json.Read() ? null : found;
    }
}
