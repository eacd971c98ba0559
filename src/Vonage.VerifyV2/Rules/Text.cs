using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>Which characters the API takes. What was refused never stands in the error: it may be a code.</summary>
internal static class Text
{
    public static void LettersAndDigits(string field, string? value)
    {
        foreach (var c in value ?? string.Empty)
            if (!IsLetterOrDigit(c))
                throw new InvalidRequestException(field, "must hold letters a to z, A to Z and digits only.");
    }

    public static void TemplateName(string? value)
    {
        foreach (var c in value ?? string.Empty)
            if (!IsLetterOrDigit(c) && c is not ('_' or '-'))
                throw new InvalidRequestException("name", "must hold letters a to z, A to Z, digits, underscores and hyphens only.");
    }

    private static bool IsLetterOrDigit(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
