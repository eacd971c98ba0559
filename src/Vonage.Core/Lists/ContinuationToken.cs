using System.Globalization;
using System.Text;

namespace Vonage.Core;

/// <summary>Where a page starts: the position in the terms of the API, and the number of items before it.</summary>
internal readonly record struct PagePosition(string? Value, long ItemsBefore)
{
    public static PagePosition At(int number, long itemsBefore = 0) => new(number.ToString(CultureInfo.InvariantCulture), itemsBefore);

    public int Number => int.Parse(Value!, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>The position of a page as opaque text, with the path of the list that it belongs to.</summary>
internal static class ContinuationToken
{
    private const char Separator = '\n';

    public static string Write(string path, PagePosition position) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        position.ItemsBefore.ToString(CultureInfo.InvariantCulture) + Separator + path + Separator + position.Value));

    /// <exception cref="InvalidRequestException">The text is not a token of this list.</exception>
    public static PagePosition Read(string path, string token, bool isNumber)
    {
        string[] parts;
        try
        {
            parts = Encoding.UTF8.GetString(Convert.FromBase64String(token)).Split([Separator], 3);
        }
        catch (FormatException)
        {
            throw Foreign();
        }

        return parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            && parts[1] == path
            && (isNumber ? int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out _) : parts[2].Length > 0)
            ? new PagePosition(parts[2], before)
            : throw Foreign();
    }

    public static InvalidRequestException Foreign() =>
        new("continuationToken", "is not a token of this list. Use the ContinuationToken of a page of the same list, or null to start with the first page.");
}
