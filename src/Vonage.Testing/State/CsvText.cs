using System.Text;

namespace Vonage.Testing.State;

/// <summary>Comma-separated values (RFC 4180): names in the first line, cells with commas, quotes or line ends in quotes.</summary>
internal static class CsvText
{
    public static string Write(IEnumerable<string> names, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(names))
            text.AppendJoin(',', row.Select(Quote)).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads rows as cells by name, or says in which line what is wrong.</summary>
    public static bool TryRead(string text, out List<Dictionary<string, string>> rows, out string reason)
    {
        rows = [];
        if (!TrySplit(text, out var lines, out reason))
            return false;
        if (lines.Count == 0)
            return No("the file is empty", out reason);
        var names = lines[0];
        if (names.Exists(string.IsNullOrWhiteSpace) || names.Distinct().Count() < names.Count)
            return No("line 1 must name each column once", out reason);
        for (var line = 1; line < lines.Count; line++)
        {
            if (lines[line].Count != names.Count)
                return No($"line {line + 1} has {(lines[line].Count < names.Count ? "fewer" : "more")} columns than the first line", out reason);
            rows.Add(names.Zip(lines[line]).ToDictionary(cell => cell.First, cell => cell.Second));
        }

        return true;
    }

    private static bool TrySplit(string text, out List<List<string>> lines, out string reason)
    {
        (lines, reason) = ([], string.Empty);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (quoted || text[i] is not (',' or '\r' or '\n'))
                cell.Append(text[i]);
            else if (text[i] == ',')
                EndCell();
            else if (text[i] == '\n')
                EndLine(lines);
        }

        if (quoted)
            return No($"line {lines.Count + 1} has a quote that is not closed", out reason);
        EndLine(lines);
        return true;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndLine(List<List<string>> target)
        {
            if (cells.Count == 0 && cell.Length == 0)
                return;
            EndCell();
            target.Add(cells);
            cells = [];
        }
    }

    private static bool No(string words, out string reason)
    {
        reason = words;
        return false;
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
