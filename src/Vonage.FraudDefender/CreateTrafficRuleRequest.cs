using Vonage.Core;

namespace Vonage.FraudDefender;

public partial class CreateTrafficRuleRequest
{
    partial void ValidateMore()
    {
        if (Prefix.Any(c => c is not (>= '0' and <= '9')))
            throw new InvalidRequestException("prefix", "must consist of digits: the first ones of the numbers, starting with the country code, such as 44. Remove everything else, such as a plus sign.");
        if (Prefix[0] == '0')
            throw new InvalidRequestException("prefix", "must start with a country code, and no country code starts with 0. Replace the 0 with the country code.");
    }
}
