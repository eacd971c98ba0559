namespace Vonage.Subaccounts;

/// <summary>The totals of the primary account and all its subaccounts, which the API does not always return.</summary>
/// <param name="TotalBalance">The balance in euros; <see langword="null"/> if the response does not contain it.</param>
/// <param name="TotalCreditLimit">The credit limit in euros, as a negative number; <see langword="null"/> if the response does not contain it.</param>
public sealed record SubaccountTotals(decimal? TotalBalance, decimal? TotalCreditLimit);
