using System.Buffers;
using System.Text;

namespace Vonage.Core.Pipeline;

/// <summary>
/// Writes text as UTF-8 directly into a rented array, so that the bytes to send are the only copy of a body. The caller of
/// <see cref="Detach"/> owns the array; disposing the writer before that clears the array and returns it to the pool.
/// </summary>
internal sealed class PooledUtf8Writer(int capacity = 1024) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private const int MaxBytesPerChar = 3;

    private byte[]? _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;

    // A surrogate pair may be split across two writes: from the first half on, an encoder remembers it.
    private Encoder? _encoder;

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
        if (value < 0x80 && _encoder is null)
            WriteByte((byte)value);
        else
            Write([value], 0, 1);
    }

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (_encoder is null && !char.IsHighSurrogate(value![value.Length - 1]))
            _length += Encoding.UTF8.GetBytes(value, 0, value.Length, Reserve(Need(value.Length)), _length);
        else
            Write(value!.ToCharArray(), 0, value.Length);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        if (count == 0)
            return;
        if (_encoder is null && !char.IsHighSurrogate(buffer[index + count - 1]))
        {
            _length += Encoding.UTF8.GetBytes(buffer, index, count, Reserve(Need(count)), _length);
            return;
        }

        _encoder ??= Encoding.UTF8.GetEncoder();
        _length += _encoder.GetBytes(buffer, index, count, Reserve(Need(count + 1)), _length, flush: false);
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
        if (_encoder is null)
            return;
        _length += _encoder.GetBytes([], 0, 0, Reserve(MaxBytesPerChar), _length, flush: true);
        _encoder = null;
    }

    /// <summary>Removes the last bytes.</summary>
    public void Truncate(int length) => _length = length;

    protected override void Dispose(bool disposing)
    {
        if (disposing && _bytes is { } bytes)
        {
            _bytes = null;
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }

        base.Dispose(disposing);
    }

    private static int Need(int chars) => checked(chars * MaxBytesPerChar);

    private byte[] Reserve(int count)
    {
        var bytes = Bytes;
        if (bytes.Length - _length >= count)
            return bytes;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + count), bytes.Length * 2));
        Buffer.BlockCopy(bytes, 0, larger, 0, _length);
        _bytes = larger;
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        return larger;
    }
}
