using Newtonsoft.Json;

namespace Vonage.Verify;

public partial class VerifySearchResponse
{
    /// <summary>Indicates whether the user entered the correct code.</summary>
    [JsonIgnore]
    public bool IsSuccessful => Status == VerifySearchStatus.Success;
}

public partial class VerifySearchResult
{
    /// <summary>Indicates whether the user entered the correct code.</summary>
    [JsonIgnore]
    public bool IsSuccessful => Status == VerifySearchStatus.Success;
}
