using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The XML format of the SMS API.</summary>
internal static class SmsXml
{
    /// <summary>Converts the JSON response of a submission.</summary>
    public static void Convert(ExchangeResponse reply)
    {
        if (reply.Json?["messages"] is not JsonArray messages)
            return;
        var xml = new XElement("mt-submission-response", new XElement("messages", new XAttribute("count", messages.Count), messages.Select(message =>
            new XElement("message", message!.AsObject().Select(field => new XElement(Name(field.Key), field.Value?.ToString()))))));
        (reply.Json, reply.ContentType, reply.Content) = (null, "text/xml", Encoding.UTF8.GetBytes($"<?xml version='1.0' encoding='UTF-8' ?>\n{xml}"));
    }

    // message-id is messageId.
    private static string Name(string field)
    {
        var words = field.Split('-');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
