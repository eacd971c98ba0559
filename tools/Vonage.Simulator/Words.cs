using System.CommandLine;

namespace Vonage.Simulator;

/// <summary>Arguments that several commands have.</summary>
internal static class Words
{
    public static Argument<string> From() => new("from") { Description = "Who sends or calls." };

    public static Argument<string> To() => new("to") { Description = "The account's number." };

    /// <summary>The rest of the line. Several blanks between words are kept within quotes only.</summary>
    public static Argument<string[]> Text(string name = "text") => new(name) { Arity = ArgumentArity.OneOrMore };

    public static string Text(this ParseResult typed, Argument<string[]> text) => string.Join(' ', typed.GetRequiredValue(text));

    /// <summary>Refuses a command that has nobody to tell.</summary>
    public static void Need(Uri? url, string option)
    {
        if (url is null)
            throw new InvalidOperationException($"There is nobody to tell: start the simulator with {option} URL.");
    }
}
