using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>
/// The names of fields that were read lately, so that each is one string for all replies. It has a fixed size: a name takes the place of
/// another, and what a server sends cannot fill the memory.
/// </summary>
internal sealed class NameTable : JsonNameTable
{
    private const int Size = 1024;
    private const int LongestName = 64;

    private readonly string?[] _names = new string?[Size];

    private NameTable()
    {
    }

    public static NameTable Instance { get; } = new();

    // Threads may overwrite each other's names. Each still gets the right one, and a string's place is written at once.
    public override string? Get(char[] key, int start, int length)
    {
        if (length is 0 or > LongestName)
            return null;
        var hash = length;
        for (var i = start; i < start + length; i++)
            hash = unchecked((hash * 31) + key[i]);
        ref var place = ref _names[hash & (Size - 1)];
        if (Volatile.Read(ref place) is { } name && name.AsSpan().SequenceEqual(key.AsSpan(start, length)))
            return name;
        name = new string(key, start, length);
        Volatile.Write(ref place, name);
        return name;
    }
}
