using System.Text;

namespace Campaign.Planning;

/// <summary>A line of a file.</summary>
/// <param name="Number">Its number; the first is 1.</param>
/// <param name="Text">Its text without the line end; null if it is longer than <see cref="CsvLines.MaxLength"/>.</param>
internal readonly record struct CsvLine(long Number, string? Text);

/// <summary>Reads the lines of a text, whatever ends them. Lines can be put back. No line takes more memory than <see cref="MaxLength"/>.</summary>
internal sealed class CsvLines(TextReader text)
{
    public const int MaxLength = 64 * 1024;

    private readonly char[] _buffer = new char[32 * 1024];
    private readonly StringBuilder _long = new();
    private readonly Stack<CsvLine> _putBack = new();
    private int _at;
    private int _length;
    private long _number;
    private bool _isAfterReturn;

    /// <summary>Gets the next line; null at the end of the text.</summary>
    public async ValueTask<CsvLine?> NextAsync(CancellationToken cancellationToken)
    {
        if (_putBack.TryPop(out var line))
            return line;
        var isTooLong = false;
        var hasStarted = false;
        _long.Clear();
        while (true)
        {
            if (_at == _length && !await FillAsync(cancellationToken).ConfigureAwait(false))
                return hasStarted ? Line(_long.ToString(), isTooLong) : null;
            // The second half of a line end that began in the previous line.
            if (_isAfterReturn && _buffer[_at] == '\n')
                _at++;
            _isAfterReturn = false;
            var rest = _buffer.AsSpan(_at, _length - _at);
            var end = rest.IndexOfAny('\r', '\n');
            var part = end < 0 ? rest : rest[..end];
            hasStarted |= rest.Length > 0;
            _at += part.Length;
            isTooLong |= _long.Length + part.Length > MaxLength;
            if (end >= 0)
            {
                _isAfterReturn = rest[end] == '\r';
                _at++;
                return Line(_long.Length == 0 && !isTooLong ? part.ToString() : _long.Append(isTooLong ? default : part).ToString(), isTooLong);
            }

            if (!isTooLong)
                _long.Append(part);
        }
    }

    /// <summary>Puts back lines in the order in which they were read.</summary>
    public void PutBack(IEnumerable<CsvLine> lines)
    {
        foreach (var line in lines.Reverse())
            _putBack.Push(line);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _length = await text.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        // A reader that was opened by somebody else may have left the byte order mark.
        _at = _number == 0 && _long.Length == 0 && _length > 0 && _buffer[0] == '\uFEFF' ? 1 : 0;
        return _length > 0;
    }

    private CsvLine Line(string read, bool isTooLong) => new(++_number, isTooLong ? null : read);
}
