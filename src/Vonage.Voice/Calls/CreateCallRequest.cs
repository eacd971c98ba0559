using Vonage.Core;

namespace Vonage.Voice;

public partial class CreateCallRequest
{
    partial void ValidateMore()
    {
        if (From is null && RandomFromNumber != true)
            throw new InvalidRequestException("from", "is required unless random_from_number is true.");
        if (From is not null && RandomFromNumber == true)
            throw new InvalidRequestException("random_from_number", "must not be true if from is set.");
        var hasNcco = _ncco is { Count: > 0 };
        var hasUrl = _answerUrl is { Count: > 0 };
        if (!hasNcco && !hasUrl)
            throw new InvalidRequestException("ncco", "is required unless answer_url is set.");
        if (hasNcco && hasUrl)
            throw new InvalidRequestException("answer_url", "must not be set if ncco is set.");
        if (From?.DtmfAnswer is not null)
            throw new InvalidRequestException("from.dtmfAnswer", "is not supported for the caller. Set it in to.");
        if (From?.Shaken is not null)
            throw new InvalidRequestException("from.shaken", "is not supported for the caller. Set it in to.");
        WebUrl.Check("answer_url", _answerUrl);
        WebUrl.Check("event_url", _eventUrl);
    }
}
