using System.CommandLine;
using System.CommandLine.Parsing;

namespace Vonage.Simulator;

/// <summary>Does what lines of text say, one after the other. A line that makes no sense is answered with what is wrong.</summary>
internal sealed class CommandReader(Command commands, TextWriter errors)
{
    private static readonly ParserConfiguration Plain = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
    private static readonly InvocationConfiguration Quiet = new() { EnableDefaultExceptionHandler = false };

    /// <summary>Reads until the lines end, which stops nothing but the reading.</summary>
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
            return $"There is no command '{parsed.Tokens[0].Value}'. Type help for those that there are.";
        // Some messages have a line for each choice.
        var message = string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{message} Usage: {TypedCommands.Usage(command)}";
    }
}
