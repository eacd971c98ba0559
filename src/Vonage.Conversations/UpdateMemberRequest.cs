using Vonage.Core;

namespace Vonage.Conversations;

public partial class UpdateMemberRequest
{
    // The specification cannot state that a field depends on the value of another.
    partial void ValidateMore()
    {
        if (Reason is not null && State != MemberStateChange.Left)
            throw new InvalidRequestException("reason", "is only allowed if state is left. Remove it, or set state to left.");
    }
}
