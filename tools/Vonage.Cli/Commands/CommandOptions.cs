using System.CommandLine;

namespace Vonage.Cli;

/// <summary>The options and arguments of an operation's command.</summary>
internal sealed class CommandOptions
{
    private readonly Dictionary<Field, (Option<string[]> Option, Argument<string>? Argument)> _fields = new(ReferenceEqualityComparer.Instance);

    public CommandOptions(ApiCommand command)
    {
        if (command.Body is { Kind: BodyKind.Json or BodyKind.Form } body)
            Json = new("--json") { Description = $"The body: a file with JSON, - for the standard input, or JSON itself.{(body.Fields.Length > 0 ? " Options are added to it." : string.Empty)}", HelpName = "FILE" };
        else if (command.Body is { Kind: BodyKind.Text or BodyKind.Bytes })
            File = new("--file") { Description = "The file to send.", HelpName = "FILE" };
        if (command.IsDownload)
            Output = new("--output") { Description = "The file to write to; - for the standard output.", HelpName = "FILE", Required = true };
        if (command.Paging is not null)
        {
            All = new("--all") { Description = "Lists everything, page by page." };
            Limit = new("--limit") { Description = $"The most items to list. The default is {ListOutput.DefaultLimit}.", HelpName = "NUMBER" };
            Limit.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<int?>() is < 1)
                    result.AddError("--limit must be at least 1. To list everything, use --all.");
            });
        }

        if (command.State is not null)
        {
            Watch = new("--watch") { Description = $"Asks again until the {command.State} is final." };
            Interval = new("--interval") { Description = "The time between two requests of --watch, in seconds.", HelpName = "SECONDS" };
            Interval.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<double?>() is { } seconds and not (>= 0.1 and <= 86_400))
                    result.AddError("--interval must be from 0.1 to 86400 seconds.");
            });
        }

        var names = Own.Select(option => option.Name.TrimStart('-')).Concat(SharedOptions.Names).ToHashSet(StringComparer.Ordinal);
        foreach (var field in command.Fields)
        {
            // A field of the body may be called like a parameter, or like an option that the command has besides.
            var name = names.Add(field.Name) ? field.Name : "field-" + field.Name;
            names.Add(name);
            var option = new Option<string[]>("--" + name)
            {
                Description = Describe(field),
                HelpName = ValueName(field),
                Arity = field.Kind == ValueKind.Flag ? ArgumentArity.ZeroOrOne : field.IsList ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne,

                // The text is made a value when the request is: then the error can say what is expected.
                CustomParser = result => [.. result.Tokens.Select(token => token.Value)],
            };
            if (field.Values.Length > 0)
                option.CompletionSources.Add(field.Values);
            else if (field.Kind == ValueKind.Flag)
                option.CompletionSources.Add("true", "false");
            _fields[field] = (option, field is { In: not null, IsRequired: true, IsList: false } && field.Kind is not ValueKind.Json ? new Argument<string>(name) { Description = Describe(field), Arity = ArgumentArity.ZeroOrOne } : null);
        }

        foreach (var field in command.Fields.Where(field => field.IsDiscriminator && field.Name.EndsWith("-type", StringComparison.Ordinal) && names.Add("type")))
            _fields[field].Option.Aliases.Add("--type");
    }

    public Option<string>? Json { get; }

    public Option<string>? File { get; }

    public Option<string>? Output { get; }

    public Option<bool>? All { get; }

    public Option<int?>? Limit { get; }

    public Option<bool>? Watch { get; }

    public Option<double?>? Interval { get; }

    public (Option<string[]> Option, Argument<string>? Argument) Of(Field field) => _fields[field];

    private IEnumerable<Option> Own => new Option?[] { Json, File, Output, All, Limit, Watch, Interval }.OfType<Option>();

    public void AddTo(Command command)
    {
        foreach (var (option, argument) in _fields.Values)
        {
            if (argument is not null)
                command.Add(argument);
            command.Add(option);
        }

        foreach (var option in Own)
            command.Add(option);
    }

    private static string ValueName(Field field) => field.Kind switch
    {
        ValueKind.Whole or ValueKind.Number => "NUMBER",
        ValueKind.Flag => "true|false",
        ValueKind.Json => "JSON|FILE",
        ValueKind.File => "FILE",
        _ when field.Format is not null => "TIME",
        _ => field.IsList ? "TEXT,…" : "TEXT",
    };

    private static string Describe(Field field)
    {
        var text = Markdown.Plain(field.Summary);
        if (field.Values.Length is > 0 and <= 30)
            text += $" One of: {string.Join(", ", field.Values)}.";
        if (field.Branches.Length is > 0 and <= 12)
            text += $" For: {string.Join(", ", field.Branches)}.";
        if (field.IsRequired)
            text += " Required.";
        else if (field.From is not null)
            text += " The default comes from the credentials.";
        return text.TrimStart();
    }
}
