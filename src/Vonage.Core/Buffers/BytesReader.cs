using System.Text;

namespace Vonage.Core;

/// <summary>Reads bytes as text without a buffer of its own: characters are decoded straight into the array of whoever reads.</summary>
internal sealed class BytesReader(byte[] bytes, int start, int count, Encoding encoding) : TextReader
{
    private readonly Decoder _decoder = encoding.GetDecoder();
    private int _position = start;
    private int _left = count;
    private int _peeked = -1;

    public override int Peek()
    {
        if (_peeked < 0)
        {
            var single = new char[1];
            _peeked = Read(single, 0, 1) == 1 ? single[0] : -1;
        }

        return _peeked;
    }

    public override int Read()
    {
        var next = Peek();
        _peeked = -1;
        return next;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        if (count > 0 && _peeked >= 0)
        {
            buffer[index] = (char)_peeked;
            _peeked = -1;
            return 1;
        }

        if (count == 0)
            return 0;
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
