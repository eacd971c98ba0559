using Newtonsoft.Json;

namespace Flowroute.Messages;

public partial class DeliveryReceipt
{
    /// <summary>Parses the body of a delivery receipt webhook. Use <see cref="DeliveryReceiptDocument"/> for the complete document.</summary>
    /// <param name="json">The JSON text of the body.</param>
    /// <exception cref="JsonException">The text is not a valid body.</exception>
    public static DeliveryReceipt Parse(string json) =>
        ApiJson.Deserialize(json, DeliveryReceiptDocument.JsonModelType.Read)?.Data ?? throw new JsonSerializationException("The body of the webhook contains no data.");
}
