using System.CommandLine;

namespace Vonage.Cli;

/// <summary>What the command line says about the fields of a command.</summary>
internal sealed class CommandInput(CommandOptions options, ParseResult arguments)
{
    public string? Json => options.Json is { } json ? arguments.GetValue(json) : null;

    public string? File => options.File is { } file ? arguments.GetValue(file) : null;

    /// <summary>The texts that were given for a field; none if it was not set.</summary>
    public IReadOnlyList<string> Texts(Field field)
    {
        var (option, argument) = options.Of(field);
        if (arguments.GetResult(option) is { Implicit: false })
            return arguments.GetValue(option) is { Length: > 0 } values ? values : ["true"];
        return argument is not null && arguments.GetValue(argument) is { } text ? [text] : [];
    }

    /// <summary>The error for a field that must be given.</summary>
    public UsageException Missing(Field field) => new($"--{NameOf(field)} is required. {(field.Values.Length > 0 ? $"Set it to one of {string.Join(", ", field.Values)}." : $"Set it. {Markdown.Plain(field.Summary)}".TrimEnd())}");

    /// <summary>The name of a field's option.</summary>
    public string NameOf(Field field) => options.Of(field).Option.Name.TrimStart('-');
}
