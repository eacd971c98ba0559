namespace Vonage.Testing.State;

/// <summary>How many SMS a text takes.</summary>
internal static class SmsParts
{
    public static int Count(string content, string? type) => type switch
    {
        // Two hexadecimal digits are a byte.
        "binary" => Count((content.Length + 1) / 2, 140, 134),
        "unicode" => Count(content.Length, 70, 67),
        _ => Count(content.Length, 160, 153),
    };

    private static int Count(int length, int alone, int inParts) => length <= alone ? 1 : (length + inParts - 1) / inParts;
}
