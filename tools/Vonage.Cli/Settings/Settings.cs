using System.CommandLine;

namespace Vonage.Cli;

/// <summary>Where the settings of a command come from.</summary>
internal static class Settings
{
    public static Variables Of(SharedOptions shared, ParseResult arguments, Terminal terminal) => new(
        shared.Layer(arguments),
        terminal.Variable,
        ProfileStore.Of(terminal.Variable).Layer(arguments.GetValue(shared.Profile) ?? (terminal.Variable(Variables.Profile) is { Length: > 0 } name ? name : null)));
}
