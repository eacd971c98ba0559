using System.CommandLine;
using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>The commands that can be typed while the simulator runs.</summary>
internal static class TypedCommands
{
    public static Command Create(SimulatedWebhooks webhooks, TextWriter output, Action stop)
    {
        var all = new Command("simulator");
        foreach (var command in MessageCommands.Create(webhooks).Concat(CallCommands.Create(webhooks, output)).Append(OutcomeCommand.Create(webhooks)))
            all.Add(command);
        var help = new Command("help", "Lists the commands.");
        help.SetAction(_ => Explain(all, output));
        all.Add(help);
        var quit = new Command("quit", "Stops the simulator.");
        quit.SetAction(_ => stop());
        all.Add(quit);
        return all;
    }

    /// <summary>Returns the syntax of a command.</summary>
    public static string Usage(Command command) => string.Join(' ', command.Arguments.Select(argument => argument.Name.ToUpperInvariant()).Prepend(command.Name));

    private static void Explain(Command all, TextWriter output)
    {
        var usages = all.Subcommands.ToDictionary(Usage, command => command.Description);
        var width = usages.Keys.Max(usage => usage.Length);
        foreach (var (usage, description) in usages)
            output.WriteLine($"  {usage.PadRight(width)}  {description}");
    }
}
