using Newtonsoft.Json;
using Vonage.Core;

namespace Flowroute.Messages;

public partial class DeliveryReceipt
{
    /// <summary>Reads the body of the webhook that brings a receipt. <see cref="DeliveryReceiptDocument"/> has all of it.</summary>
    /// <param name="json">The body's text.</param>
    /// <exception cref="JsonException">The text is not such a body.</exception>
    public static DeliveryReceipt Parse(string json) =>
        ApiJson.Deserialize<DeliveryReceiptDocument>(json)?.Data ?? throw new JsonSerializationException("The body of the webhook has no data.");
}
