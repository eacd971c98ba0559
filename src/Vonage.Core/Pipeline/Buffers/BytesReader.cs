using System.Text;

namespace Vonage.Core.Pipeline;

/// <summary>Reads bytes as text without an intermediate buffer: characters are decoded directly into the caller's array.</summary>
internal sealed class BytesReader(byte[] bytes, int start, int count, Encoding encoding) : TextReader
{
    private readonly Decoder _decoder = encoding.GetDecoder();
    private int _position = start;
    private int _left = count;

    // A decoder needs room for a surrogate pair, but the caller may have room for only one character.
    private char[]? _ahead;
    private int _aheadPosition;
    private int _aheadLength;

    public override int Peek() => LookAhead() ? _ahead![_aheadPosition] : -1;

    public override int Read() => LookAhead() ? _ahead![_aheadPosition++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        if (count == 0)
            return 0;
        if (count > 1 && _aheadPosition == _aheadLength)
            return Decode(buffer, index, count);
        var next = Read();
        if (next < 0)
            return 0;
        buffer[index] = (char)next;
        return 1;
    }

    private bool LookAhead()
    {
        if (_aheadPosition < _aheadLength)
            return true;
        _ahead ??= new char[2];
        _aheadPosition = 0;
        _aheadLength = Decode(_ahead, 0, _ahead.Length);
        return _aheadLength > 0;
    }

    private int Decode(char[] buffer, int index, int count)
    {
        while (true)
        {
            var flush = _left == 0;
            _decoder.Convert(bytes, _position, _left, buffer, index, count, flush, out var used, out var written, out _);
            _position += used;
            _left -= used;
            if (written > 0 || flush)
                return written;
        }
    }
}
