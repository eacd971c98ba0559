using Newtonsoft.Json;

namespace Flowroute.Messages;

/// <summary>A message to send as a JSON:API document.</summary>
internal sealed class SendMessageDocument(SendMessageRequest message) : IJsonWritable, IValidatable
{
    Type IJsonWritable.JsonType => typeof(SendMessageDocument);

    void IJsonWritable.WriteFields(JsonWriter json)
    {
        json.WritePropertyName("data");
        json.WriteStartObject();
        JsonWrite.Text(json, "type", "message");
        JsonWrite.Model(json, "attributes", message);
        json.WriteEndObject();
    }

    void IValidatable.Validate() => ((IValidatable)message).Validate();
}
