using System.Text;
using Newtonsoft.Json.Linq;

namespace Vonage.Reports;

/// <summary>Reads comma-separated values (RFC 4180) row by row.</summary>
internal sealed class CsvRows(TextReader text)
{
    // More than any record has. Without a limit, an unclosed quotation mark would read the whole file into memory.
    private const int MaxRowLength = 1024 * 1024;

    private readonly char[] _buffer = new char[32 * 1024];
    private readonly StringBuilder _cell = new();
    private int _position;
    private int _length;
    private int _rowLength;

    /// <summary>Gets the next row; null after the last one. Empty lines are skipped.</summary>
    public async Task<IReadOnlyList<string>?> NextAsync(CancellationToken cancellationToken)
    {
        _rowLength = 0;
        var cells = new List<string>();
        var (isQuoted, hasStarted) = (false, false);
        while (await PeekAsync(cancellationToken).ConfigureAwait(false) is { } c)
        {
            Take();
            if (isQuoted)
                isQuoted = await ReadQuotedAsync(c, cancellationToken).ConfigureAwait(false);
            else if (c == '"')
                (isQuoted, hasStarted) = (true, true);
            else if (c == ',')
                (hasStarted, _) = (true, EndCell(cells));
            else if (c == '\n' && !hasStarted && _cell.Length == 0)
                continue;
            else if (c == '\n')
                return [.. cells, Cell()];
            else if (c != '\r')
                _cell.Append(c);
        }

        if (isQuoted)
            throw new InvalidDataException("The report is not complete: it ends within quotation marks.");
        return hasStarted || _cell.Length > 0 ? [.. cells, Cell()] : null;
    }

    /// <summary>Makes an object of a row. Empty cells are left out.</summary>
    public static JObject Name(IReadOnlyList<string> columns, IReadOnlyList<string> row)
    {
        if (row.Count > columns.Count)
            throw new InvalidDataException($"The report has a row of {row.Count} cells below {columns.Count} columns.");
        var named = new JObject();
        for (var i = 0; i < row.Count; i++)
            if (row[i].Length > 0)
                named[columns[i]] = row[i];
        return named;
    }

    /// <summary>Adds a character in quotation marks; two quotation marks are one.</summary>
    /// <returns>Whether the quotation goes on.</returns>
    private async Task<bool> ReadQuotedAsync(char c, CancellationToken cancellationToken)
    {
        if (c == '"')
        {
            if (await PeekAsync(cancellationToken).ConfigureAwait(false) != '"')
                return false;
            Take();
        }

        _cell.Append(c);
        return true;
    }

    private bool EndCell(List<string> cells)
    {
        cells.Add(Cell());
        return true;
    }

    private string Cell()
    {
        var cell = _cell.ToString();
        _cell.Clear();
        return cell;
    }

    private async ValueTask<char?> PeekAsync(CancellationToken cancellationToken)
    {
        if (_position == _length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (_position, _length) = (0, await text.ReadAsync(_buffer, 0, _buffer.Length).ConfigureAwait(false));
        }

        return _length == 0 ? null : _buffer[_position];
    }

    private void Take()
    {
        _position++;
        if (++_rowLength > MaxRowLength)
            throw new InvalidDataException($"The report has a row of more than {MaxRowLength} characters.");
    }
}
