using System.Runtime.InteropServices;

namespace System.IO;

[Microsoft.CodeAnalysis.Embedded]
internal static class StreamExtensions
{
    extension(Stream stream)
    {
        public Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            var array = Array(buffer);
            return stream.ReadAsync(array.Array!, array.Offset, array.Count, cancellationToken);
        }

        public Task WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
        {
            var array = Array(buffer);
            return stream.WriteAsync(array.Array!, array.Offset, array.Count, cancellationToken);
        }
    }

    // All buffers of this library are arrays.
    private static ArraySegment<byte> Array(ReadOnlyMemory<byte> buffer) =>
        MemoryMarshal.TryGetArray(buffer, out var array) ? array : throw new NotSupportedException("The buffer is not an array.");
}
