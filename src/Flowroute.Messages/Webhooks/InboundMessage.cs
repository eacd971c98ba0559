using Newtonsoft.Json;
using Vonage.Core;

namespace Flowroute.Messages;

public partial class InboundMessage
{
    /// <summary>Parses the body of an inbound message webhook. Use <see cref="InboundMessageDocument"/> for the complete document.</summary>
    /// <param name="json">The JSON text of the body.</param>
    /// <exception cref="JsonException">The text is not a valid body.</exception>
    public static InboundMessage Parse(string json) =>
        ApiJson.Deserialize(json, InboundMessageDocument.JsonKind.Read)?.Data ?? throw new JsonSerializationException("The body of the webhook contains no data.");
}
