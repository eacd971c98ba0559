namespace Vonage.Messages;

public partial class MessengerOptions
{
    partial void ValidateMore()
    {
        if (Category == MessengerCategory.MessageTag)
            Check.Required("tag", Tag);
    }
}
