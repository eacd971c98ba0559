using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>Checks the characters that the API accepts. Errors never contain the rejected value, which may be a code.</summary>
internal static class Text
{
    public static void LettersAndDigits(string field, string? value)
    {
        foreach (var c in value ?? string.Empty)
            if (!IsLetterOrDigit(c))
                throw new InvalidRequestException(field, "must contain only the letters a to z and A to Z and digits.");
    }

    public static void TemplateName(string? value)
    {
        foreach (var c in value ?? string.Empty)
            if (!IsLetterOrDigit(c) && c is not ('_' or '-'))
                throw new InvalidRequestException("name", "must contain only the letters a to z and A to Z, digits, underscores and hyphens.");
    }

    private static bool IsLetterOrDigit(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
