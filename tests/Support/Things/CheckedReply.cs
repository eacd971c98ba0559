using Vonage.Core.Pipeline;

namespace Vonage.Things;

/// <summary>Reports failures under a good status, as the SMS API's replies do.</summary>
public partial class CheckedReply : IResponseCheck
{
    Exception? IResponseCheck.FindError(ApiResponse reply) => Status == 0 ? null : new VonageApiException(reply, $"Status {Status}.");
}
