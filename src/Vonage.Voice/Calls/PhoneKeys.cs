using Vonage.Core;

namespace Vonage.Voice;

/// <summary>Checks phone keys.</summary>
internal static class PhoneKeys
{
    public static bool IsKey(char c) => c is (>= '0' and <= '9') or '*' or '#';

    public static void Check(string field, string? keys)
    {
        foreach (var c in keys ?? string.Empty)
            if (!IsKey(c) && c != 'p')
                throw new InvalidRequestException(field, "must contain only digits, * and #, and p for a pause of half a second.");
    }
}
