using Vonage.Core;
using Vonage.Core.Pipeline;

namespace Campaign.Planning;

/// <summary>The one form of a number in the store, from what people write.</summary>
internal static class RecipientNumber
{
    // The SDK's own rule: what it would send to is sent to, and what it would refuse is refused here, before anything is sent.
    /// <summary>Reads a number.</summary>
    /// <param name="number">Its digits, with the country code, and without those that are dialed only within the country: 447700900001 for 4407700900001.</param>
    /// <returns>What is wrong with it; null if nothing is.</returns>
    public static string? Read(string text, out string number)
    {
        number = PhoneNumber.Digits(text);
        if (text.Length == 0)
            return "The number is empty.";
        if (char.IsAsciiDigit(text[0]) && text.Contains("E+", StringComparison.OrdinalIgnoreCase))
            return "A spreadsheet has written the number with an exponent, and may have lost digits. Format its column as text, and enter the numbers again.";
        try
        {
            Check.E164("The number", number);
            number = NumberCountry.Written(number);
            return null;
        }
        catch (InvalidRequestException error)
        {
            return error.Message;
        }
    }
}
