using Vonage.Core;

namespace Vonage.Video;

public partial class PlayDtmfRequest
{
    // Without this check, a letter would be an error of the API that does not say which.
    partial void ValidateMore()
    {
        if (!Digits.All(c => c is (>= '0' and <= '9') or '*' or '#' or 'p'))
            throw new InvalidRequestException("digits", "can contain only 0 to 9, *, # and p (a pause of 500 milliseconds).");
    }
}
