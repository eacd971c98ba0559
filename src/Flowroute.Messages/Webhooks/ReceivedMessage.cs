using Newtonsoft.Json;

namespace Flowroute.Messages;

public partial class ReceivedMessage
{
    /// <summary>Parses the body of an inbound message webhook. Use <see cref="ReceivedMessageDocument"/> for the complete document.</summary>
    /// <param name="json">The JSON text of the body.</param>
    /// <exception cref="JsonException">The text is not a valid body.</exception>
    public static ReceivedMessage Parse(string json) =>
        ApiJson.Deserialize(json, ReceivedMessageDocument.JsonModelType.Read)?.Data ?? throw new JsonSerializationException("The body of the webhook contains no data.");
}
