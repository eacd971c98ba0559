namespace Vonage.Voice;

public partial class PhoneOnAnswer
{
    partial void ValidateMore()
    {
        WebUrl.Check("url", Url);
        WebUrl.Check("ringbackTone", RingbackTone);
    }
}
