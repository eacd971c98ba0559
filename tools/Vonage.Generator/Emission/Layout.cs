using System.Text;

namespace Vonage.Generator.Emission;

/// <summary>Blank lines and the indentation of comments as a person would set them, so that templates need not care.</summary>
internal static class Layout
{
    public static string Tidy(string code)
    {
        var result = new StringBuilder(code.Length);
        var previous = "{";
        var blank = false;
        foreach (var text in code.Replace("\r\n", "\n").Split('\n').Select(l => l.TrimEnd()))
        {
            // A comment of several lines stands where its first line stands.
            var line = text.StartsWith("///", StringComparison.Ordinal) && previous.TrimStart().StartsWith("///", StringComparison.Ordinal) ? Indentation(previous) + text : text;
            if (line.Length == 0)
            {
                blank = true;
                continue;
            }
            var trimmed = line.TrimStart();
            if (blank && !previous.EndsWith('{') && trimmed is not ("}" or "{") && !GoesOn(previous, line))
                result.Append('\n');
            result.Append(line).Append('\n');
            previous = line;
            blank = false;
        }
        return result.ToString();
    }

    /// <summary>Code that serializers run and nobody reads: no blank lines, an opening brace on the line that it belongs to, and closing braces on one.</summary>
    public static string Dense(string code)
    {
        var result = new StringBuilder(code.Length);
        var previous = string.Empty;
        foreach (var line in code.Replace("\r\n", "\n").Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0))
        {
            var trimmed = line.TrimStart();
            if (trimmed == "{" || (trimmed == "}" && previous == "}"))
                result.Insert(result.Length - 1, " " + trimmed);
            else
                result.Append(line).Append('\n');
            previous = trimmed;
        }
        return result.ToString();
    }

    private static string Indentation(string line) => line[..^line.TrimStart().Length];

    // A comment or an attribute belongs to what follows; statements of one body stand together.
    private static bool GoesOn(string previous, string next)
    {
        var last = previous.TrimStart();
        return last.StartsWith("///", StringComparison.Ordinal) || (last.StartsWith('[') && last.EndsWith(']')) || (IsInBody(previous) && IsInBody(next) && !next.TrimStart().StartsWith("///", StringComparison.Ordinal));
    }

    private static bool IsInBody(string line) => line.StartsWith("        ", StringComparison.Ordinal);
}
