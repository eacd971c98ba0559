namespace Vonage.Core;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
internal static class NearestName
{
    /// <summary>Returns <c> Did you mean …?</c>, or nothing if no name is near.</summary>
    /// <param name="typed">The unknown name.</param>
    /// <param name="names">The known names.</param>
    public static string Suggest(string typed, IEnumerable<string> names)
    {
        string? nearest = null;
        var least = Math.Max(2, typed.Length / 3) + 1;
        foreach (var name in names)
        {
            var distance = Distance(typed.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance >= least)
                continue;
            least = distance;
            nearest = name;
        }

        return nearest is null ? string.Empty : $" Did you mean {nearest}?";
    }

    // Levenshtein: the number of characters to insert, remove or replace.
    private static int Distance(string from, string to)
    {
        var row = new int[to.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[to.Length];
    }
}
