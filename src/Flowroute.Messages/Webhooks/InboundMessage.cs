using Newtonsoft.Json;
using Vonage.Core;

namespace Flowroute.Messages;

public partial class InboundMessage
{
    /// <summary>Reads the body of the webhook that brings a message. <see cref="InboundMessageDocument"/> has all of it.</summary>
    /// <param name="json">The body's text.</param>
    /// <exception cref="JsonException">The text is not such a body.</exception>
    public static InboundMessage Parse(string json) =>
        ApiJson.Deserialize<InboundMessageDocument>(json)?.Data ?? throw new JsonSerializationException("The body of the webhook has no data.");
}
