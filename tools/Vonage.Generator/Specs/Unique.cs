namespace Vonage.Generator.Specs;

/// <summary>Names that differ from those that are taken.</summary>
internal static class Unique
{
    /// <summary>Takes a name, with a number if it is taken already.</summary>
    /// <param name="name">The name.</param>
    /// <param name="taken">The names that are taken.</param>
    /// <param name="spelled">How a name is spelled in C#, where names must differ.</param>
    public static string Name(string name, ISet<string> taken, Func<string, string>? spelled = null)
    {
        var candidate = name;
        for (var number = 2; !taken.Add(spelled is null ? candidate : spelled(candidate)); number++)
            candidate = $"{name}{number}";
        return candidate;
    }
}
