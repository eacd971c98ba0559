using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>The options, the exception and the send path of a client that stands by itself, as <c>ClientOptions.liquid</c> and <c>Exception.liquid</c> see them.</summary>
internal sealed class AloneView
{
    public AloneView(ApiModel api, CSharpTypes types)
    {
        Provider = api.Target.Provider;
        NameLiteral = Literal.Of(Provider);
        HostLiterals = [.. api.Spec.ServerPlaces().SelectMany(place => place["servers"] as JArray ?? []).Cast<JObject>().Select(Servers.AddressOf)
            .Where(address => !address.StartsWith('/')).Select(address => Literal.Of(new Uri(address).Host)).Distinct()];
        Variables = [.. api.ServerVariables.Select(variable => new VariableView(variable))];
        TemplateLiterals = [.. api.Spec.ServerPlaces().SelectMany(place => place["servers"] as JArray ?? []).Select(server => (string?)server[Servers.Template]).OfType<string>().Select(template => Literal.Of(template.TrimEnd('/'))).Distinct()];
        HasNoHost = api.Spec.Operations().Any(o => Servers.AddressOf(Servers.MainOf(api.ServersOf(o.Path, o.Operation))).StartsWith('/'));
        Errors = [.. api.Errors.Select(name => ErrorView.Of(api, types, name)).OfType<ErrorView>()];
    }

    public string Provider { get; }

    public string NameLiteral { get; }

    /// <summary>The hosts of all servers.</summary>
    public IReadOnlyList<string> HostLiterals { get; }

    /// <summary>The variables of the servers, which are options.</summary>
    public IReadOnlyList<VariableView> Variables { get; }

    /// <summary>The addresses that these are in.</summary>
    public IReadOnlyList<string> TemplateLiterals { get; }

    /// <summary>Some operation has a server of which the document names only the path.</summary>
    public bool HasNoHost { get; }

    /// <summary>The types that documented errors have.</summary>
    public IReadOnlyList<ErrorView> Errors { get; }

    public ErrorView? OnlyError => Errors is [var only] ? only : null;

    /// <summary>The reason for the exception's message: the first that an error has.</summary>
    public string Reason => string.Join(" ?? ", Errors.Select(error => error.Reason).OfType<string>().Prepend("reason"));
}

/// <summary>A type that documented errors have.</summary>
/// <param name="Type">The type.</param>
/// <param name="Reader">What reads it.</param>
/// <param name="Message">The member that says what is wrong; null where there is none.</param>
internal sealed record ErrorView(string Type, string Reader, string? Message)
{
    // By how well a field of this name describes an error.
    private static readonly string[] Messages = ["message", "detail", "error_description", "errorMessage", "title", "description", "error", "reason"];

    public string? Reason => Message is null ? null : $"Read(reply, {Reader})?.{Message}";

    public static ErrorView? Of(ApiModel api, CSharpTypes types, string name)
    {
        var type = types.Of(new JObject { ["$ref"] = "#/components/schemas/" + name });
        return type.Kind is TypeKind.Model or TypeKind.Choice ? new ErrorView(type.Name, JsonCode.Reader(type, isReply: true), MessageOf(api, types, type, isOuter: true)) : null;
    }

    // { message } or { error: { message } }
    private static string? MessageOf(ApiModel api, CSharpTypes types, CSharpType type, bool isOuter)
    {
        if (type.Kind != TypeKind.Model)
            return null;
        var properties = api.Spec.Schema(type.Name)["properties"] as JObject ?? [];
        if (Array.Find(Messages, word => properties[word] is JObject property && types.Of(property).Kind == TypeKind.Text) is { } text)
            return Names.Property(text, (JObject)properties[text]!, type.Name);
        return isOuter && properties["error"] is JObject error && MessageOf(api, types, types.Of(error), isOuter: false) is { } inner ? $"{Names.Property("error", error, type.Name)}?.{inner}" : null;
    }
}

/// <summary>An option that is a variable in the address of a server.</summary>
internal sealed class VariableView(ServerVariable variable)
{
    public string Property => variable.Property;

    public string Type => variable.Enum ?? "string";

    public string DefaultLiteral => variable.Enum is null ? Literal.Of(variable.Default) : $"new {variable.Enum}({Literal.Of(variable.Default)})";

    public string Value => variable.Enum is null ? Property : Property + ".Value";

    public string Doc => Emission.Doc.Of(variable.Description, $"The variable `{variable.Name}` in the address of the server.", variable.Default.Length == 0 ? "The default is empty." : $"The default is <c>{Emission.Doc.Escape(variable.Default)}</c>.");
}
