using Newtonsoft.Json;

namespace Vonage.VerifyV2;

public partial class CheckedVerification
{
    /// <summary>Indicates whether the verification is completed: the code was correct.</summary>
    [JsonIgnore]
    public bool IsCompleted => Status == CheckedVerificationStatus.Completed;
}
