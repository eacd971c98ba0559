using Newtonsoft.Json;

namespace Vonage.VerifyV2;

/// <content>A success that does not say so is none: whoever gets a result may log a user in.</content>
public partial class CheckedVerification : IResponseCheck
{
    /// <summary>Indicates whether the verification is completed: the code was correct.</summary>
    [JsonIgnore]
    public bool IsCompleted => Status == CheckedVerificationStatus.Completed;

    Exception? IResponseCheck.FindError(ApiResponse reply) =>
        IsCompleted ? null : new VonageApiException(reply, "Its status is not 'completed': the code is not verified.");
}
