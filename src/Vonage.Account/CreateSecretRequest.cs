using Vonage.Core;

namespace Vonage.Account;

public partial class CreateSecretRequest
{
    partial void ValidateMore()
    {
        var lower = false;
        var upper = false;
        var digit = false;
        foreach (var c in Secret)
        {
            lower |= c is >= 'a' and <= 'z';
            upper |= c is >= 'A' and <= 'Z';
            digit |= c is >= '0' and <= '9';
        }

        if (!(lower && upper && digit))
            throw new InvalidRequestException("secret", "must contain at least one lowercase letter, one uppercase letter and one digit.");
    }
}
