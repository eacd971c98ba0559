namespace Vonage.Testing.State;

/// <summary>Splits the content of an SMS into the parts in which it is sent and charged.</summary>
internal static class SmsParts
{
    private const int BytesAlone = 140;
    private const int BytesInParts = 134;

    public static int Count(string content, string? type)
    {
        if (type != "binary")
            return Math.Max(1, Of(content, type).PartCount);
        // Two hexadecimal digits are one byte.
        var length = (content.Length + 1) / 2;
        return length <= BytesAlone ? 1 : (length + BytesInParts - 1) / BytesInParts;
    }

    public static IReadOnlyList<string> Split(string text, string type) => text.Length == 0 ? [text] : Of(text, type).Split();

    private static SmsText Of(string text, string? type) => SmsText.Analyze(text, type == "unicode" ? SmsEncoding.Unicode : SmsEncoding.Gsm7);
}
