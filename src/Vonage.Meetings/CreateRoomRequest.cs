using Vonage.Core;

namespace Vonage.Meetings;

public partial class CreateRoomRequest
{
    partial void ValidateMore()
    {
        if (Type == RoomType.LongTerm && ExpiresAt is null)
            throw new InvalidRequestException("expires_at", "is required for a room of the type long_term. Say when it expires, or leave the type out.");
        if ((Type is null || Type == RoomType.Instant) && ExpiresAt is not null)
            throw new InvalidRequestException("expires_at", "is for rooms of the type long_term only. Set type to long_term, or leave it out.");
    }
}
