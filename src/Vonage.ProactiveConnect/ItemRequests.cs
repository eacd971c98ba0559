using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage.ProactiveConnect;

public partial class CreateItemRequest
{
    partial void ValidateMore() => ItemData.Check(Data);
}

public partial class ReplaceItemRequest
{
    partial void ValidateMore() => ItemData.Check(Data);
}

/// <summary>Checks that an item has values.</summary>
internal static class ItemData
{
    public static void Check(IDictionary<string, JToken> data)
    {
        if (data.Count == 0)
            throw new InvalidRequestException("data", "must contain at least one value, keyed by an attribute name of the list.");
    }
}
