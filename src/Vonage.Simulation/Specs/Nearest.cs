namespace Vonage.Simulation.Specs;

/// <summary>Finds what was probably meant.</summary>
internal static class Nearest
{
    /// <summary>Gets the names that differ least from a text, nearest first, if they are not entirely different.</summary>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> names, int most = 3) =>
        [.. names.Distinct()
            // The difference of the lengths is the least that the distance can be.
            .Where(name => Math.Abs(text.Length - name.Length) <= Most(text, name)).Select(name => (Name: name, Distance: Distance(text, name)))
            .Where(near => near.Distance <= Most(text, near.Name))
            .OrderBy(near => near.Distance).ThenBy(near => near.Name, StringComparer.Ordinal)
            .Take(most).Select(near => near.Name)];

    private static int Most(string first, string second) => Math.Max(2, Math.Max(first.Length, second.Length) / 2);

    // The number of characters to insert, remove or replace (Levenshtein).
    private static int Distance(string first, string second)
    {
        var row = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 0; i < first.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < second.Length; j++)
            {
                var cost = char.ToUpperInvariant(first[i]) == char.ToUpperInvariant(second[j]) ? 0 : 1;
                (row[j + 1], diagonal) = (Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + cost), row[j + 1]);
            }
        }

        return row[^1];
    }
}
