using System.CommandLine;
using Vonage.Core;

namespace Vonage.Cli;

/// <summary>The program: parses its arguments, runs the command, and says what went wrong.</summary>
internal static class CommandLine
{
    // A text that begins with @ is a text, not a file with further arguments.
    private static readonly ParserConfiguration Syntax = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        var parsed = CommandTree.Create(args, terminal).Parse(args, Syntax);
        if (parsed.Errors.Count > 0 || (parsed.Action is System.CommandLine.Help.HelpAction && parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command.Subcommands.Count > 0))
            return Refuse(parsed, terminal);
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,

            // Without it, Ctrl+C would not reach the command.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(5),
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception error) when (error is UsageException or InvalidRequestException or CredentialsException or ApiException or IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"error: {Terminal.Printable(error.Message)}");
            if (error is ApiTokenException { Body: { Length: > 0 } text })
                await terminal.Error.WriteLineAsync(text);
            if (error is CredentialsException)
                await terminal.Error.WriteLineAsync("Set the variables, or add a profile: vonage profile add --help");
            return ExitCodes.Of(error);
        }
    }

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.ToHashSet(StringComparer.Ordinal);
        foreach (var token in Unknown(command, parsed.UnmatchedTokens))
            terminal.Error.WriteLine(token.StartsWith('-')
                ? $"error: {Name(parsed)} has no option {token}.{NearestName.Suggest(token, Options(parsed.CommandResult))}"
                : command.Subcommands.Count > 0
                    ? $"error: {Name(parsed)} has no command {token}.{NearestName.Suggest(token, command.Subcommands.SelectMany(sub => sub.Aliases.Prepend(sub.Name)))}"
                    : $"error: {Name(parsed)} does not take '{token}'. Put a text with spaces between quotes.");

        // What is unknown was named above, with what may have been meant.
        foreach (var error in parsed.Errors.Where(error => unknown.Count == 0 || !unknown.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal))))
            if (unknown.Count == 0 || command.Subcommands.Count == 0)
                terminal.Error.WriteLine($"error: {error.Message}");
        terminal.Error.WriteLine($"See: {Name(parsed)} --help");
        return ExitCodes.Usage;
    }

    // What follows an unknown command belongs to it, and a text after an unknown option is its value.
    private static IEnumerable<string> Unknown(Command command, IReadOnlyList<string> tokens) =>
        command.Subcommands.Count > 0 ? tokens.Take(1) : tokens.Where(token => token.StartsWith('-')).ToList() is { Count: > 0 } options ? options : tokens;

    private static IEnumerable<string> Options(System.CommandLine.Parsing.CommandResult result)
    {
        for (System.CommandLine.Parsing.SymbolResult? at = result; at is not null; at = at.Parent)
            if (at is System.CommandLine.Parsing.CommandResult command)
                foreach (var option in command.Command.Options.Where(option => option.Recursive || at == result))
                    foreach (var name in option.Aliases.Prepend(option.Name).Where(name => name.StartsWith("--", StringComparison.Ordinal)))
                        yield return name;
    }

    private static string Name(ParseResult parsed)
    {
        var names = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? at = parsed.CommandResult; at is not null; at = at.Parent)
            if (at is System.CommandLine.Parsing.CommandResult command)
                names.Insert(0, command.Command is RootCommand ? "vonage" : command.Command.Name);
        return string.Join(' ', names);
    }
}
