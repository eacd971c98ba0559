using System.CommandLine;
using Vonage.Core.Pipeline;

namespace Vonage.Cli;

/// <summary>Creates the commands.</summary>
internal static class CommandTree
{
    private const string MainProvider = "Vonage";

    /// <summary>Creates the commands that the arguments can mean: those of the group that they name, or of all groups.</summary>
    public static RootCommand Create(string[] args, Terminal terminal)
    {
        var shared = new SharedOptions();
        var root = new RootCommand("Calls the APIs of Vonage and Flowroute. Credentials come from options, the VONAGE_* variables of the environment, or a profile.");
        foreach (var option in shared.All)
            root.Add(option);
        var words = args.SelectMany(arg => arg.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var provider in ApiGroups.All.GroupBy(group => group.Provider).OrderByDescending(provider => provider.Key == MainProvider))
        {
            var home = (Command)root;
            if (provider.Key != MainProvider)
                root.Add(home = new Command(provider.Key.ToLowerInvariant(), $"Calls the APIs of {provider.Key}."));
            foreach (var group in provider)
                home.Add(Create(group, words, shared, terminal));
        }

        root.Add(JwtCommands.Create(shared, terminal));
        root.Add(ProfileCommands.Create(shared, terminal));
        root.Add(CompletionCommands.Create(terminal));
        foreach (var command in new[] { root }.Concat(root.Subcommands).Concat(root.Subcommands.SelectMany(command => command.Subcommands)).Where(command => command.Action is null))
            command.SetAction(parsed => new System.CommandLine.Help.HelpAction().Invoke(parsed));
        return root;
    }

    private static Command Create(ApiGroup group, HashSet<string> words, SharedOptions shared, Terminal terminal)
    {
        var command = new Command(group.Name, (group.IsExperimental ? "(Beta) " : string.Empty) + Markdown.Plain(group.Summary));
        if (group.Alias is { } alias)
            command.Aliases.Add(alias);
        if (words.Contains(group.Name) || (group.Alias is not null && words.Contains(group.Alias)))
            foreach (var operation in group.Commands)
                command.Add(Create(group, operation, operation.Aliases.Prepend(operation.Name).Any(words.Contains), shared, terminal));
        return command;
    }

    // What is only listed is described by one sentence.
    private static Command Create(ApiGroup group, ApiCommand operation, bool isWanted, SharedOptions shared, Terminal terminal)
    {
        var summary = operation.IsDeprecated ? "(Deprecated) " + operation.Summary : operation.Summary;
        var description = isWanted ? string.Join("\n\n", new[] { summary, operation.Remarks, Effect(operation.Operation) }.OfType<string>()) : summary;
        var command = new Command(operation.Name, Markdown.Plain(description));
        foreach (var alias in operation.Aliases)
            command.Aliases.Add(alias);
        var options = new CommandOptions(operation);
        options.AddTo(command);
        command.SetAction((arguments, cancellationToken) => new OperationRunner(group, operation, options, shared, arguments, terminal).RunAsync(cancellationToken));
        return command;
    }

    private static string? Effect(ApiOperation operation) => operation.Effect == OperationEffect.Once ? $"It is sent at once, and never twice: {operation.Method} {operation.Server.Address.Host}{operation.PathTemplate}" : null;
}
