using System.Diagnostics.CodeAnalysis;

namespace Campaign.Planning;

/// <summary>Time zones by their IANA names.</summary>
internal static class NamedZone
{
    public static bool Exists(string name) => TryFind(name, out _);

    /// <summary>Finds a time zone.</summary>
    /// <param name="name">The name. What is no name, such as a path, is not looked up.</param>
    /// <param name="zone">The time zone.</param>
    public static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name.Length is > 0 and <= 64
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
            && char.IsAsciiLetter(name[0])
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }
}
