namespace Vonage.Generator.Emission.Commands;

/// <summary>
/// Finds the shorter names of a group's commands: without the thing that the group is about (<c>calls create-call</c> → <c>create</c>), without
/// <c>get</c> (<c>get-balance</c> → <c>balance</c>), and the verb alone where it is the only one and changes nothing (<c>search-available</c> → <c>search</c>).
/// </summary>
internal static class ShortNames
{
    public static void Assign(IReadOnlyList<CommandView> commands, string group, string? alias)
    {
        var nouns = new[] { group, alias }.OfType<string>().SelectMany(noun => new[] { noun, noun.TrimEnd('s') }).Distinct().ToList();
        var found = commands.SelectMany(command => Of(command).Select((name, rank) => (Command: command, Name: name, Rank: rank))).ToList();
        var taken = commands.Select(command => command.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var same in found.GroupBy(f => f.Name).Where(same => !taken.Contains(same.Key)))
        {
            // A verb alone must be the only one; the other names win over it.
            var best = same.Where(f => f.Rank < 2).ToList() is { Count: > 0 } exact ? exact : [.. same];
            if (best.Select(f => f.Command).Distinct().ToList() is [var only] && (best[0].Rank < 2 || commands.Count(c => Verb(c.Name) == same.Key) == 1))
                only.Aliases = [.. only.Aliases, same.Key];
        }

        IEnumerable<string> Of(CommandView command)
        {
            var name = command.Name;
            yield return nouns.Where(noun => name.EndsWith("-" + noun, StringComparison.Ordinal)).Select(noun => name[..^(noun.Length + 1)]).FirstOrDefault(name);
            yield return name.StartsWith("get-", StringComparison.Ordinal) ? name["get-".Length..] : name;
            if (command.Operation.HttpVerb == "GET")
                yield return Verb(name);
        }
    }

    private static string Verb(string name) => name.Split('-')[0];
}
