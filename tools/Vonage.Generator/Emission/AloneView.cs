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
        HostLiterals = [.. api.Spec.ServerPlaces().SelectMany(place => place["servers"] as JArray ?? []).Cast<JObject>().Select(Servers.AddressOf).OfType<string>()
            .Where(address => !address.StartsWith('/')).Select(address => Literal.Of(new Uri(address).Host)).Distinct()];
        Errors = [.. api.Errors.Select(name => ErrorView.Of(api, types, name)).OfType<ErrorView>()];
    }

    public string Provider { get; }

    public string NameLiteral { get; }

    /// <summary>The hosts of all servers.</summary>
    public IReadOnlyList<string> HostLiterals { get; }

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
        if (type.Kind is not (TypeKind.Model or TypeKind.Choice))
            return null;
        var properties = api.Spec.Schema(name)["properties"] as JObject ?? [];
        var message = type.Kind == TypeKind.Choice ? null : Array.Find(Messages, word => properties[word] is JObject property && types.Of(property) is { Kind: TypeKind.Text });
        return new ErrorView(type.Name, JsonCode.Reader(type, isReply: true), message is null ? null : Names.Property(message, (JObject)properties[message]!, type.Name));
    }
}
