using Vonage.Core;

namespace Vonage.Subaccounts;

public partial class TransferCreditRequest
{
    partial void ValidateMore() => TransferRules.Check(From, To, Amount);
}

public partial class TransferBalanceRequest
{
    partial void ValidateMore() => TransferRules.Check(From, To, Amount);
}

/// <summary>What transfers of credit and of balance have to keep.</summary>
internal static class TransferRules
{
    public static void Check(string from, string to, decimal amount)
    {
        if (amount <= 0)
            throw new InvalidRequestException("amount", "must be above zero, in euros. To move it the other way, exchange from and to.");
        if (string.Equals(from, to, StringComparison.Ordinal))
            throw new InvalidRequestException("to", "must be another account than from.");
    }
}
