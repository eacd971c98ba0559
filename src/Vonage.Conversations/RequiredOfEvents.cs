using Vonage.Core;

namespace Vonage.Conversations;

/// <summary>Checks what a request must set in an object that webhooks contain, too. Nothing is required of a webhook.</summary>
internal static class RequiredOfEvents
{
    public static void Check(bool isSet, string field)
    {
        if (!isSet)
            throw new InvalidRequestException(field, "is required. Set it to a value.");
    }
}

public partial class RtcPlayBody
{
    partial void ValidateMore()
    {
        RequiredOfEvents.Check(Level is not null, "level");
        RequiredOfEvents.Check(Loop is not null, "loop");
        RequiredOfEvents.Check(StreamUrl.Count > 0, "stream_url");
    }
}

public partial class RtcSayBody
{
    partial void ValidateMore()
    {
        RequiredOfEvents.Check(Level is not null, "level");
        RequiredOfEvents.Check(Loop is not null, "loop");
        RequiredOfEvents.Check(!string.IsNullOrEmpty(Text), "text");
    }
}
