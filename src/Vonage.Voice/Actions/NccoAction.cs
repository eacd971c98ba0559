using Vonage.Core;

namespace Vonage.Voice;

public partial class NccoAction
{
    partial void ValidateMore()
    {
        Check.Required("action", Action);
        if (Unreadable is { } field)
            throw new InvalidRequestException(field, "has a value of another type than documented.");
    }
}
