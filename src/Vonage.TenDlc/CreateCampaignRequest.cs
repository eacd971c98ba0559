namespace Vonage.TenDlc;

public partial class CreateCampaignRequest
{
    // The reference does not say so, but the registry has no campaign without one.
    partial void ValidateMore() => Check.Required("usecase", UseCase);
}
