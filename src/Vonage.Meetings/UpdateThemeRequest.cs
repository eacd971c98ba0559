using Vonage.Core;

namespace Vonage.Meetings;

public partial class UpdateThemeRequest
{
    partial void ValidateMore()
    {
        if (ThemeName is null && MainColor is null && BrandText is null && ShortCompanyUrl is null && AdditionalProperties.Count == 0)
            throw new InvalidRequestException("update_details", "must have at least one field.");
    }
}
