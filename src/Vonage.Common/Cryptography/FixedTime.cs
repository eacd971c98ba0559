namespace Vonage;

internal static class FixedTime
{
    /// <summary>Compares texts in a time that tells nothing about where they differ.</summary>
    public static bool Equal(string expected, string actual)
    {
        if (expected.Length != actual.Length)
            return false;
        var difference = 0;
        for (var i = 0; i < expected.Length; i++)
            difference |= expected[i] ^ actual[i];
        return difference == 0;
    }
}
