using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;

namespace Vonage.Cli;

/// <summary>A reply as it arrived. The SDK's model of it says whether a success reports a failure.</summary>
internal sealed class JsonReply(JToken json, Type? model) : IResponseCheck
{
    private static readonly JsonSerializer Models = JsonSerializer.Create(ApiJson.CreateSettings());

    public JToken Json => json;

    /// <summary>Reads a reply. What should be a list, and is none, is an error.</summary>
    public static JsonReply Read(JsonReader json, ApiCommand command)
    {
        var reply = new JsonReply(JsonRead.Item(json), command.Reply);
        if ((command.Paging?.Items ?? command.Items) is { } items)
            reply.Json.Items(items);
        return reply;
    }

    public Exception? FindError(ApiResponse reply)
    {
        if (model is null || !typeof(IResponseCheck).IsAssignableFrom(model))
            return null;
        try
        {
            return (json.ToObject(model, Models) as IResponseCheck)?.FindError(reply);
        }
        catch (JsonException)
        {
            // What the model does not know is printed as it is.
            return null;
        }
    }
}
