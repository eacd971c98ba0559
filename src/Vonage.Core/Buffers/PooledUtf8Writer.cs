using System.Buffers;
using System.Text;

namespace Vonage.Core;

/// <summary>
/// Writes text as UTF-8 directly into a rented array, so that the bytes to send are the only copy of a body. The caller of
/// <see cref="Detach"/> owns the array; disposing the writer before that returns the array to the pool.
/// </summary>
internal sealed class PooledUtf8Writer(int capacity = 1024) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private const char None = '\0';
    private const int MaxBytesPerChar = 3;

    private byte[]? _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;

    // A surrogate pair may be split across two writes.
    private char _highSurrogate = None;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The number of bytes written.</summary>
    public int Length => _length;

    /// <summary>The array that is being written to. Valid until the next write.</summary>
    public byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(PooledUtf8Writer));

    public void WriteByte(byte value)
    {
        var bytes = Reserve(1);
        bytes[_length++] = value;
    }

    public override void Write(char value)
    {
        if (value < 0x80 && _highSurrogate == None)
        {
            WriteByte((byte)value);
            return;
        }

        if (_highSurrogate != None)
        {
            var high = _highSurrogate;
            _highSurrogate = None;
            if (char.IsLowSurrogate(value))
            {
                WritePair(high, value);
                return;
            }

            WriteReplacement();
        }

        if (char.IsHighSurrogate(value))
            _highSurrogate = value;
        else
            WriteCode(value);
    }

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        var start = 0;
        if (_highSurrogate != None)
            Write(value![start++]);
        var end = value!.Length;
        var tail = end > start && char.IsHighSurrogate(value[end - 1]) ? value[--end] : None;
        if (end > start)
        {
            var bytes = Reserve(Need(end - start));
            _length += Encoding.UTF8.GetBytes(value, start, end - start, bytes, _length);
        }

        if (tail != None)
            Write(tail);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        if (count == 0)
            return;
        var end = index + count;
        if (_highSurrogate != None)
            Write(buffer[index++]);
        var tail = end > index && char.IsHighSurrogate(buffer[end - 1]) ? buffer[--end] : None;
        if (end > index)
        {
            var bytes = Reserve(Need(end - index));
            _length += Encoding.UTF8.GetBytes(buffer, index, end - index, bytes, _length);
        }

        if (tail != None)
            Write(tail);
    }

    /// <summary>Transfers ownership of the array and returns the number of bytes in it.</summary>
    public byte[] Detach(out int length)
    {
        Complete();
        var bytes = Bytes;
        length = _length;
        _bytes = null;
        return bytes;
    }

    /// <summary>Writes the remainder of a text that ends with half a surrogate pair.</summary>
    public void Complete()
    {
        if (_highSurrogate == None)
            return;
        _highSurrogate = None;
        WriteReplacement();
    }

    /// <summary>Removes the last bytes.</summary>
    public void Truncate(int length) => _length = length;

    protected override void Dispose(bool disposing)
    {
        if (disposing && _bytes is { } bytes)
        {
            _bytes = null;
            ArrayPool<byte>.Shared.Return(bytes);
        }

        base.Dispose(disposing);
    }

    private static int Need(int chars) => checked(chars * MaxBytesPerChar);

    private void WritePair(char high, char low)
    {
        var bytes = Reserve(4);
        var code = char.ConvertToUtf32(high, low);
        bytes[_length++] = (byte)(0xF0 | (code >> 18));
        bytes[_length++] = (byte)(0x80 | ((code >> 12) & 0x3F));
        bytes[_length++] = (byte)(0x80 | ((code >> 6) & 0x3F));
        bytes[_length++] = (byte)(0x80 | (code & 0x3F));
    }

    private void WriteCode(char value)
    {
        if (char.IsSurrogate(value))
        {
            WriteReplacement();
            return;
        }

        var bytes = Reserve(MaxBytesPerChar);
        if (value < 0x80)
        {
            bytes[_length++] = (byte)value;
        }
        else if (value < 0x800)
        {
            bytes[_length++] = (byte)(0xC0 | (value >> 6));
            bytes[_length++] = (byte)(0x80 | (value & 0x3F));
        }
        else
        {
            bytes[_length++] = (byte)(0xE0 | (value >> 12));
            bytes[_length++] = (byte)(0x80 | ((value >> 6) & 0x3F));
            bytes[_length++] = (byte)(0x80 | (value & 0x3F));
        }
    }

    private void WriteReplacement() => WriteCode('\uFFFD');

    private byte[] Reserve(int count)
    {
        var bytes = Bytes;
        if (bytes.Length - _length >= count)
            return bytes;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + count), bytes.Length * 2));
        Buffer.BlockCopy(bytes, 0, larger, 0, _length);
        _bytes = larger;
        ArrayPool<byte>.Shared.Return(bytes);
        return larger;
    }
}
