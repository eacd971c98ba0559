using Vonage.Core;

namespace Vonage.Voice;

public partial class TransferDestination
{
    partial void ValidateMore()
    {
        var hasNcco = _ncco is { Count: > 0 };
        var hasUrl = _url is { Count: > 0 };
        if (!hasNcco && !hasUrl)
            throw new InvalidRequestException("ncco", "is required unless url is set.");
        if (hasNcco && hasUrl)
            throw new InvalidRequestException("url", "must not be set if ncco is set.");
        WebUrl.Check("url", _url);
    }
}
