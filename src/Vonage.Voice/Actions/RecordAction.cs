using Vonage.Core;

namespace Vonage.Voice;

public partial class RecordAction
{
    partial void ValidateMore()
    {
        if (Channels is not null && Split is null)
            throw new InvalidRequestException("channels", "requires split to be conversation.");
        if (EndOnKey is not null && !(EndOnKey.Length == 1 && PhoneKeys.IsKey(EndOnKey[0])))
            throw new InvalidRequestException("endOnKey", "must be one key: a digit, * or #.");
        WebUrl.Check("eventUrl", _eventUrl);
    }
}
