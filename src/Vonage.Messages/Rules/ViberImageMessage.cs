namespace Vonage.Messages;

public partial class ViberImageMessage
{
    partial void ValidateMore()
    {
        if (ViberService?.Action is not null)
            Check.Required("image.caption", Image.Caption);
    }
}
