namespace Vonage.Testing.State;

/// <summary>Splits a text into the parts of an SMS.</summary>
internal static class SmsParts
{
    public static int Count(string content, string? type)
    {
        // Two hexadecimal digits are one byte.
        var length = type == "binary" ? (content.Length + 1) / 2 : content.Length;
        var (alone, inParts) = Lengths(type);
        return length <= alone ? 1 : (length + inParts - 1) / inParts;
    }

    public static IReadOnlyList<string> Split(string text, string type) =>
        Count(text, type) == 1 ? [text] : [.. text.Chunk(Lengths(type).InParts).Select(part => new string(part))];

    private static (int Alone, int InParts) Lengths(string? type) => type switch
    {
        "binary" => (140, 134),
        "unicode" => (70, 67),
        _ => (160, 153),
    };
}
