using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Emission.Commands;

/// <summary>An API as a group of commands, as <c>Commands.liquid</c> sees it.</summary>
internal sealed class CommandsView
{
    public CommandsView(ApiModel api, string document, IEnumerable<OperationModel> operations)
    {
        var root = JObject.Parse(document);
        var fields = new FieldReader(root);
        var client = new ClientView(api, operations);
        var info = api.Spec.Root["info"]!;
        Namespace = api.Target.CommandNamespace!;
        Origin = Doc.Escape(api.Target.Origin);
        Class = ClassOf(api.Target);
        Name = Names.Kebab(api.Target.Api);
        Alias = (string?)info["x-command"];
        Provider = Literal.Of(api.Target.Provider);
        Summary = Literal.Of(FieldReader.FirstLine((string?)info["description"]));
        IsExperimental = api.Experimental is not null;
        Servers = client.Servers;
        PackageNamespace = api.Spec.Operations().Any(o => api.AuthenticationOf(o.Operation).Any(scheme => scheme.IsOwnClass)) ? api.Target.Namespace : null;
        Commands = [.. client.Operations.Select(operation => new CommandView(operation, api, root, fields))];
        ShortNames.Assign(Commands, Name, Alias);
    }

    public string Namespace { get; }

    /// <summary>The namespace of the package, if it has authentication schemes of its own.</summary>
    public string? PackageNamespace { get; }

    public string Origin { get; }

    public string Class { get; }

    public string Name { get; }

    public string NameLiteral => Literal.Of(Name);

    public string? Alias { get; }

    public string AliasLiteral => Alias is null ? "null" : Literal.Of(Alias);

    public string Provider { get; }

    public string Summary { get; }

    public bool IsExperimental { get; }

    public IReadOnlyList<ServerView> Servers { get; }

    public IReadOnlyList<CommandView> Commands { get; }

    /// <summary>The class with the commands of a package.</summary>
    public static string ClassOf(Target target) => target.Package.Replace(".", string.Empty, StringComparison.Ordinal) + "Commands";
}
