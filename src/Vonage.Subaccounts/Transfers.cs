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

/// <summary>Rules for credit and balance transfers.</summary>
internal static class TransferRules
{
    public static void Check(string from, string to, decimal amount)
    {
        if (amount <= 0)
            throw new InvalidRequestException("amount", "must be greater than zero, in euros. To transfer in the other direction, swap from and to.");
        if (string.Equals(from, to, StringComparison.Ordinal))
            throw new InvalidRequestException("to", "must not be the same account as from.");
    }
}
