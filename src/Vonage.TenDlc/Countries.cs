using Vonage.Core;

namespace Vonage.TenDlc;

public partial class CreateBrandRequest
{
    partial void ValidateMore()
    {
        Countries.Check("country", Country);
        Countries.Check("ein_issuing_country", EinIssuingCountry);
    }
}

public partial class UpdateBrandRequest
{
    partial void ValidateMore()
    {
        Countries.Check("country", Country);
        Countries.Check("ein_issuing_country", EinIssuingCountry);
    }
}

public partial class LinkNumberRequest
{
    partial void ValidateMore() => Countries.Check("country", Country);
}

internal static class Countries
{
    public static void Check(string field, string? country)
    {
        if (country is not null && (country.Length != 2 || country.Any(c => c is not (>= 'A' and <= 'Z'))))
            throw new InvalidRequestException(field, "must be two capital letters (ISO 3166-1), such as US.");
    }
}
