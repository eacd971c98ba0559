using Vonage.Core;

namespace Vonage.Voice;

public partial class WebsocketAuthorization
{
    partial void ValidateMore()
    {
        if (Type == WebsocketAuthorizationType.Custom)
            Check.Required("value", Value);
        foreach (var c in Value ?? string.Empty)
            if (c is < ' ' or > '~')
                throw new InvalidRequestException("value", "must contain only printable ASCII characters.");
    }
}
