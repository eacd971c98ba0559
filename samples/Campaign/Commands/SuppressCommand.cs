using System.CommandLine;
using Campaign.Store;

namespace Campaign.Commands;

/// <summary>Adds numbers to the suppression list.</summary>
internal static class SuppressCommand
{
    private static readonly Argument<string[]> Numbers = new("numbers") { Description = "The numbers, or - to read one from each line of the input.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Remove = new("--remove") { Description = "Removes them instead: only if the recipient has asked for it." };

    public static Command Create()
    {
        var command = new Command("suppress", "Sends nothing more to these numbers, in all campaigns of the store, from now on.") { Numbers, Remove, CommonOptions.Store };
        command.SetAction(CommonOptions.Guard(async (arguments, cancellationToken) =>
        {
            var suppressions = new Suppressions(await CommonOptions.OpenAsync(arguments, cancellationToken), TimeProvider.System);
            // All are read before the first is stored.
            var numbers = (arguments.GetValue(Numbers)! is ["-"] ? ReadLines() : arguments.GetValue(Numbers)!).Select(CommonOptions.ReadNumber).ToList();
            foreach (var number in numbers)
                await (arguments.GetValue(Remove) ? suppressions.RemoveAsync(number, null, cancellationToken) : suppressions.AddAsync(number, "added by a person", cancellationToken));

            return 0;
        }));
        return command;
    }

    private static IEnumerable<string> ReadLines()
    {
        while (Console.ReadLine() is { } line)
            if (line.Trim().Length > 0)
                yield return line;
    }
}
