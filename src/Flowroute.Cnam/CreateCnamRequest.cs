using Vonage.Core;

namespace Flowroute.Cnam;

public partial class CreateCnamRequest
{
    partial void ValidateMore()
    {
        if (!Value.Any(char.IsLetter))
            throw new InvalidRequestException("value", "must contain at least one letter.");
    }
}
