using System.Buffers;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>Lets Newtonsoft.Json rent its character buffers instead of allocating them. They are cleared: whoever rents them next must not find a secret.</summary>
internal sealed class CharPool : IArrayPool<char>
{
    private CharPool()
    {
    }

    public static CharPool Instance { get; } = new();

    public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

    public void Return(char[]? array)
    {
        if (array is not null)
            ArrayPool<char>.Shared.Return(array, clearArray: true);
    }
}
