using Vonage.Core;

namespace Vonage.Messages;

public partial class RcsCardMessage
{
    partial void ValidateMore()
    {
        if (Rcs?.CardOrientation == RcsCardOrientation.Vertical && Card.MediaHeight is null)
            throw new InvalidRequestException("card.media_height", "is required if rcs.card_orientation is VERTICAL.");
    }
}
