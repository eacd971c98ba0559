namespace Vonage.Subaccounts;

/// <summary>What the primary account and all its subaccounts have together. The API does not always say it.</summary>
/// <param name="TotalBalance">The balance in euros; <see langword="null"/> if the response does not contain it.</param>
/// <param name="TotalCreditLimit">The credit limit in euros, as a negative number; <see langword="null"/> if the response does not contain it.</param>
public sealed record SubaccountTotals(decimal? TotalBalance, decimal? TotalCreditLimit);
