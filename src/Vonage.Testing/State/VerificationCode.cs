namespace Vonage.Testing.State;

/// <summary>The code of a simulated verification, and the remaining attempts.</summary>
internal sealed class VerificationCode(string? own, string? length)
{
    /// <summary>The digits from which codes of other lengths are taken.</summary>
    public const string Digits = "1234567890";

    private const int MostTries = 3;
    private const int Shortest = 4;

    private readonly string _right = Choose(own, length);
    private int _wrong;

    public bool IsUsedUp => _wrong >= MostTries;

    /// <summary>The correct code: the one in the request, or digits of the length in the request.</summary>
    public static string Choose(string? own, string? length) =>
        own ?? Digits[..(int.TryParse(length, out var characters) ? Math.Clamp(characters, Shortest, Digits.Length) : Shortest)];

    /// <summary>Compares a code, and counts wrong ones.</summary>
    public bool Check(string? code)
    {
        if (code == _right)
            return true;
        _wrong++;
        return false;
    }
}
