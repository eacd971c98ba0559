using System.Globalization;
using Jose;
using Newtonsoft.Json;

namespace Vonage;

/// <summary>Writes and reads the headers of tokens for jose-jwt, whose own mappers use reflection and fail in trimmed and native programs.</summary>
internal sealed class JwtHeaderMapper : IJsonMapper
{
    /// <summary>Writes the members of a header, which are all strings here.</summary>
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

    /// <summary>Reads the members of a header into a dictionary, as jose-jwt requests.</summary>
    /// <exception cref="JsonReaderException">The text is not a JSON object, or a name occurs twice.</exception>
    public T Parse<T>(string json) =>
        (T)(object)(JwtMembers.Read(new StringReader(json))?.ToDictionary() ?? throw new JsonReaderException("The header of the token is not a JSON object with unique names."));
}
