using Spectre.Console;

namespace Vonage.Cli;

/// <summary>What the program reads and writes, and where it is.</summary>
internal sealed class Terminal
{
    // What reads lines, such as grep, gets each row as one.
    private const int WidthWithoutScreen = 100_000;

    public required TextReader In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Opens the standard output for bytes.</summary>
    public required Func<Stream> OpenOutput { get; init; }

    /// <summary>Whether somebody sits before it who can be asked.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Whether a progress display can be drawn.</summary>
    public bool CanDraw { get; init; }

    public required Func<string, string?> Variable { get; init; }

    /// <summary>The time between two looks at something that takes long, unless the user sets it.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(3);

    public static Terminal Standard() => new()
    {
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        OpenOutput = Console.OpenStandardOutput,
        CanAsk = !Console.IsInputRedirected,
        CanDraw = !Console.IsErrorRedirected,
        Variable = Environment.GetEnvironmentVariable,
    };

    /// <summary>A text from somewhere else, without what would move the cursor, set colors or name the window.</summary>
    public static string Printable(string text) =>
        string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Select(character => char.IsControl(character) && character is not ('\n' or '\t') ? '\uFFFD' : character));

    /// <summary>A console for tables on the output, with the width of the window if there is one.</summary>
    public IAnsiConsole Tables()
    {
        var hasWindow = ReferenceEquals(Out, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Out),
            Ansi = hasWindow ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasWindow ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!hasWindow)
            console.Profile.Width = WidthWithoutScreen;
        return console;
    }

    /// <summary>A console for progress and questions, beside the output, which may go to a file.</summary>
    public IAnsiConsole Side() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Error),
        Interactive = CanDraw || CanAsk ? InteractionSupport.Yes : InteractionSupport.No,
    });
}
