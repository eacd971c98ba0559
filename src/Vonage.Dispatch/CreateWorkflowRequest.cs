using Vonage.Core;

namespace Vonage.Dispatch;

public partial class CreateWorkflowRequest
{
    // The specification cannot state what holds for the last message only.
    partial void ValidateMore()
    {
        for (var i = 0; i < Workflow.Count; i++)
        {
            var isLast = i == Workflow.Count - 1;
            if (!isLast && Workflow[i].Failover is null)
                throw new InvalidRequestException($"workflow[{i}].failover", "is required for every message but the last one, because it says when the next one is sent. Set it, or remove the messages that follow.");
            if (isLast && Workflow[i].Failover is not null)
                throw new InvalidRequestException($"workflow[{i}].failover", "must not be set for the last message, because no other one follows. Omit it, or add the next message.");
        }
    }
}
