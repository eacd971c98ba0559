namespace Vonage.Things;

/// <summary>Reports failures under a good status, as the SMS API's replies do.</summary>
public partial class CheckedReply : IReplyCheck
{
    Exception? IReplyCheck.FindError(ApiReply reply) => Status == 0 ? null : new VonageApiException(reply, $"Status {Status}.");
}
