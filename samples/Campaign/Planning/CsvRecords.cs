using System.Text;

namespace Campaign.Planning;

/// <summary>The cells of one row, or what is wrong with it.</summary>
internal readonly record struct CsvRecord(long Line, IReadOnlyList<string> Cells, string? Fault);

/// <summary>
/// Reads rows of separated values (RFC 4180). A fault costs the line on which its row starts and no other: reading goes on with the next line. That is
/// why this is no CSV library: for those, a quotation mark that nobody closed makes the rest of the file one cell.
/// </summary>
internal sealed class CsvRecords(CsvLines lines, char separator)
{
    // Text of a message has fewer line breaks. The limit bounds what is read again after a quotation mark that nobody closed.
    private const int MaxLines = 64;

    private readonly List<CsvLine> _taken = [];
    private readonly StringBuilder _cell = new();

    private enum Place
    {
        Start,
        Unquoted,
        Quoted,
        AfterQuote,
    }

    /// <summary>Gets the next row; null at the end. Rows without any text are skipped.</summary>
    public async ValueTask<CsvRecord?> NextAsync(CancellationToken cancellationToken)
    {
        while (await lines.NextAsync(cancellationToken).ConfigureAwait(false) is { } first)
        {
            if (string.IsNullOrWhiteSpace(first.Text) && first.Text is not null)
                continue;
            var record = await ReadAsync(first, cancellationToken).ConfigureAwait(false);
            if (record.Fault is not null || record.Cells.Any(cell => cell.Length > 0))
                return record;
        }

        return null;
    }

    private async ValueTask<CsvRecord> ReadAsync(CsvLine first, CancellationToken cancellationToken)
    {
        var cells = new List<string>();
        var place = Place.Start;
        _cell.Clear();
        _taken.Clear();
        for (CsvLine? line = first; ; line = await lines.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            if (line is { } next && line != first)
                _taken.Add(next);
            var fault = line switch
            {
                null => "A quotation mark is not closed.",
                { Text: null } => $"The line is longer than {CsvLines.MaxLength} characters.",
                _ when _taken.Count == MaxLines => $"A quotation mark is not closed within {MaxLines} lines.",
                { Text: { } text } => Read(text, ref place, cells),
            };
            if (fault is not null)
            {
                lines.PutBack(_taken);
                return new(first.Number, [], fault);
            }

            if (place == Place.Quoted)
            {
                _cell.Append('\n');
                continue;
            }

            EndCell(cells);
            return new(first.Number, cells, null);
        }
    }

    // Reads one line; ends within a quoted cell if that goes on in the next line.
    private string? Read(string text, ref Place place, List<string> cells)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (place)
            {
                case Place.Quoted when c != '"':
                    _cell.Append(c);
                    break;
                case Place.Quoted when i + 1 < text.Length && text[i + 1] == '"':
                    _cell.Append('"');
                    i++;
                    break;
                case Place.Quoted:
                    place = Place.AfterQuote;
                    break;
                case var _ when c == separator:
                    EndCell(cells);
                    place = Place.Start;
                    break;
                case Place.AfterQuote when !char.IsWhiteSpace(c):
                    return "Text follows a closing quotation mark. Write a quotation mark within quotation marks twice.";
                case Place.Unquoted when c == '"':
                    return "A quotation mark stands within a cell that does not start with one. Put the cell in quotation marks, and write those within it twice.";
                case Place.Start when c == '"':
                    place = Place.Quoted;
                    break;
                case Place.Start when !char.IsWhiteSpace(c):
                case Place.Unquoted:
                    place = Place.Unquoted;
                    _cell.Append(c);
                    break;
            }
        }

        return null;
    }

    private void EndCell(List<string> cells)
    {
        cells.Add(_cell.ToString().Trim());
        _cell.Clear();
    }
}
