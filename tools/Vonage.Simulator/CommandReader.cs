using System.CommandLine;
using System.CommandLine.Parsing;

namespace Vonage.Simulator;

/// <summary>Executes commands from lines of text, one at a time. Reports an error for an invalid line.</summary>
internal sealed class CommandReader(Command commands, TextWriter errors)
{
    private static readonly ParserConfiguration Plain = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
    private static readonly InvocationConfiguration Quiet = new() { EnableDefaultExceptionHandler = false };

    /// <summary>Reads to the end of the input. The simulator continues to run.</summary>
    public async Task ReadAsync(TextReader lines, CancellationToken cancellationToken)
    {
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                await DoAsync(line, cancellationToken);
        }
    }

    private async Task DoAsync(string line, CancellationToken cancellationToken)
    {
        var parsed = CommandLineParser.Parse(commands, [.. CommandLineParser.SplitCommandLine(line)], Plain);
        if (parsed.Errors.Count > 0)
        {
            await errors.WriteLineAsync($"Error: {Explain(parsed)}");
            return;
        }
        try
        {
            await parsed.InvokeAsync(Quiet, cancellationToken);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            await errors.WriteLineAsync($"Error: {e.Message}");
        }
    }

    private string Explain(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command == commands)
            return $"There is no command '{parsed.Tokens[0].Value}'. Type help to list the commands.";
        // Some messages have one line for each choice.
        var message = string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{message} Usage: {TypedCommands.Usage(command)}";
    }
}
