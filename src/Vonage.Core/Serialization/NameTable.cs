using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>
/// Caches recently read field names, so that all responses share one string for each name. The table has a fixed size: new names replace
/// old ones, so a server cannot exhaust the memory.
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

    // Threads may overwrite each other's entries. Each thread still gets the correct name, because writing a reference is atomic.
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
