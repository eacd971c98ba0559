namespace Vonage.Voice;

public partial class SubscribeDtmfRequest
{
    partial void ValidateMore() => WebUrl.Check("event_url", _eventUrl);
}
