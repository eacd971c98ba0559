namespace Vonage.Testing.State;

/// <summary>The code of a simulated verification, and the tries that are left.</summary>
internal sealed class VerificationCode(string? own, string? length)
{
    /// <summary>As many of these digits as the code is long.</summary>
    public const string Digits = "1234567890";

    private const int MostTries = 3;
    private const int Shortest = 4;

    private readonly string _right = own ?? Digits[..(int.TryParse(length, out var characters) ? Math.Clamp(characters, Shortest, Digits.Length) : Shortest)];
    private int _wrong;

    public bool IsUsedUp => _wrong >= MostTries;

    /// <summary>Compares, and counts what is wrong.</summary>
    public bool Check(string? code)
    {
        if (code == _right)
            return true;
        _wrong++;
        return false;
    }
}
