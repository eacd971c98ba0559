using Vonage.Core;

namespace Vonage.Meetings;

public partial class CreateRoomRequest
{
    partial void ValidateMore()
    {
        if (Type == RoomType.LongTerm && ExpiresAt is null)
            throw new InvalidRequestException("expires_at", "is required for a room of type long_term. Set it, or omit type.");
        if ((Type is null || Type == RoomType.Instant) && ExpiresAt is not null)
            throw new InvalidRequestException("expires_at", "is allowed only for a room of type long_term. Set type to long_term, or omit expires_at.");
    }
}
