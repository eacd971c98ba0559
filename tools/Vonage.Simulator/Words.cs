using System.CommandLine;

namespace Vonage.Simulator;

/// <summary>Arguments of several commands.</summary>
internal static class Words
{
    public static Argument<string> From() => new("from") { Description = "The sender or caller." };

    public static Argument<string> To() => new("to") { Description = "The number of the account." };

    /// <summary>The rest of the line. Multiple spaces are preserved only within quotes.</summary>
    public static Argument<string[]> Text(string name = "text") => new(name) { Arity = ArgumentArity.OneOrMore };

    public static string Text(this ParseResult typed, Argument<string[]> text) => string.Join(' ', typed.GetRequiredValue(text));

    /// <summary>Rejects a command if the URL that it requires is not set.</summary>
    public static void Need(Uri? url, string option)
    {
        if (url is null)
            throw new InvalidOperationException($"No URL is set for this command. Start the simulator with {option} URL.");
    }
}
