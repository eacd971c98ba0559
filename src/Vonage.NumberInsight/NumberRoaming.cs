using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.NumberInsight;

/// <remarks>The API sends an object, or a word in its place: the word is read as <see cref="Status"/>, all else stays unset.</remarks>
[JsonConverter(typeof(Converter))]
public partial class NumberRoaming
{
    internal sealed class Converter : JsonConverter
    {
        public override bool CanWrite => false;

        public override bool CanConvert(Type objectType) => objectType == typeof(NumberRoaming);

        public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        {
            if (reader.TokenType == JsonToken.Null)
                return null;
            var roaming = new NumberRoaming();
            if (reader.TokenType == JsonToken.StartObject)
                serializer.Populate(reader, roaming);
            else if (JToken.Load(reader) is JValue { Value: not null } word)
                roaming.Status = new RoamingStatus(word.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return roaming;
        }

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
            throw new InvalidOperationException("It is written member by member, as CanWrite says.");
    }
}
