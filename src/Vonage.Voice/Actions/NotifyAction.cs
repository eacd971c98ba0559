namespace Vonage.Voice;

public partial class NotifyAction
{
    partial void ValidateMore() => WebUrl.Check("eventUrl", _eventUrl);
}
