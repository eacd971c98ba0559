using System.Text;

namespace Vonage.Generator.Emission;

/// <summary>Blank lines as a person would set them, so that templates need not care.</summary>
internal static class Layout
{
    public static string Tidy(string code)
    {
        var result = new StringBuilder(code.Length);
        var previous = "{";
        var blank = false;
        foreach (var line in code.Replace("\r\n", "\n").Split('\n').Select(l => l.TrimEnd()))
        {
            if (line.Length == 0)
            {
                blank = true;
                continue;
            }
            var trimmed = line.TrimStart();
            if (blank && !previous.EndsWith('{') && trimmed is not ("}" or "{") && !GoesOn(previous, trimmed))
                result.Append('\n');
            result.Append(line).Append('\n');
            previous = line;
            blank = false;
        }
        return result.ToString();
    }

    // A comment or an attribute belongs to what follows; statements of one body stand together.
    private static bool GoesOn(string previous, string next)
    {
        var last = previous.TrimStart();
        var inBody = previous.StartsWith("        ", StringComparison.Ordinal);
        return last.StartsWith("///", StringComparison.Ordinal) || (last.StartsWith('[') && last.EndsWith(']')) || inBody && !next.StartsWith("///", StringComparison.Ordinal);
    }
}
