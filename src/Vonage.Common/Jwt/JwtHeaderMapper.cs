using System.Globalization;
using Jose;
using Newtonsoft.Json;

namespace Vonage;

/// <summary>Writes and reads the headers of tokens for jose-jwt, whose own mappers work by reflection and so fail in trimmed and native programs.</summary>
internal sealed class JwtHeaderMapper : IJsonMapper
{
    /// <summary>Writes the members of a header, all of which are text here.</summary>
    public string Serialize(object obj)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text))
        {
            json.WriteStartObject();
            foreach (var member in (IDictionary<string, object>)obj)
            {
                json.WritePropertyName(member.Key);
                json.WriteValue((string)member.Value);
            }

            json.WriteEndObject();
        }

        return text.ToString();
    }

    /// <summary>Reads the members of a header, which jose-jwt asks for as a dictionary.</summary>
    /// <exception cref="JsonReaderException">The text is no JSON object, or a name is there twice.</exception>
    public T Parse<T>(string json) =>
        (T)(object)(JwtMembers.Read(new StringReader(json))?.ToDictionary() ?? throw new JsonReaderException("The token's header is no JSON object without repeated names."));
}
