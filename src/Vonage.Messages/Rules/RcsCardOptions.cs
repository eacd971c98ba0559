using Vonage.Core;

namespace Vonage.Messages;

public partial class RcsCardOptions
{
    partial void ValidateMore()
    {
        if (CardOrientation == RcsCardOrientation.Horizontal && ImageAlignment is null)
            throw new InvalidRequestException("image_alignment", "is required if card_orientation is HORIZONTAL.");
    }
}
