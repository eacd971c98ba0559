using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>The credentials of a client that stands by itself, as <c>Credentials.liquid</c> sees them: a value for each scheme that its operations accept.</summary>
internal sealed class CredentialsView
{
    private CredentialsView(ApiModel api, IReadOnlyList<JProperty> declared)
    {
        Name = api.Target.Provider + "Credentials";
        var keys = declared.Count(scheme => SecuritySchemes.Of(api.Spec, scheme).IsKey);
        var names = new HashSet<string>(["None", "And", "Supports", "DescribeRequirement", "Identify", "Forget"], StringComparer.Ordinal);
        Schemes = [.. declared.Select(scheme => new SchemeView(SecuritySchemes.Of(api.Spec, scheme), scheme, keys == 1, Name, names))];
    }

    public string Name { get; }

    public IReadOnlyList<SchemeView> Schemes { get; }

    public bool HasKeys => Schemes.Any(scheme => scheme.Kind is "key" or "token");

    public bool HasToken => Schemes.Any(scheme => scheme.Kind == "token");

    public bool HasPassword => Schemes.Any(scheme => scheme.Kind == "password");

    public bool HasSeveral => Schemes.Count > 1;

    /// <summary>The credentials; null where no operation accepts any.</summary>
    public static CredentialsView? Of(ApiModel api)
    {
        var accepted = api.Spec.Operations().SelectMany(o => api.SecurityOf(o.Operation)).SelectMany(requirement => requirement.Properties()).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        // Two schemes that send the same thing are one, and what belongs to the connection is none.
        var declared = (api.Spec.Root["components"]?["securitySchemes"] as JObject ?? []).Properties().Where(scheme => accepted.Contains(scheme.Name))
            .Where(scheme => SecuritySchemes.Of(api.Spec, scheme) != SecurityScheme.None)
            .DistinctBy(scheme => SecuritySchemes.Of(api.Spec, scheme)).ToList();
        return declared.Count == 0 ? null : new CredentialsView(api, declared);
    }
}

/// <summary>A scheme, and how credentials for it are created.</summary>
internal sealed class SchemeView
{
    public SchemeView(SecurityScheme known, JProperty scheme, bool isOnlyKey, string credentials, HashSet<string> names)
    {
        Expression = known.Code;
        Kind = known switch
        {
            _ when known == SecurityScheme.Jwt => "token",
            _ when known == SecurityScheme.Basic => "password",
            { IsKey: true } => "key",
            _ => throw new SpecException($"Security scheme '{scheme.Name}' has x-authentication, which needs credentials of one's own. Describe it by 'type' alone.", scheme.Value),
        };
        var word = Kind switch
        {
            "token" => "Token",
            "password" => "Password",
            _ => isOnlyKey ? "ApiKey" : Names.Pascal(scheme.Name),
        };
        Method = Unique.Name("From" + word, names);
        Field = Method["From".Length..] + "Scheme";
        var what = Kind switch
        {
            "token" => "a bearer token",
            "password" => "a user name and a password for HTTP Basic authentication",
            _ => $"the API key in the {((string?)scheme.Value["in"] == "query" ? "query parameter" : (string?)scheme.Value["in"])} {(string?)scheme.Value["name"]}",
        };
        Doc = Emission.Doc.Of($"Creates credentials from {what}.", Method, null, (string?)scheme.Value["description"]);
        RequirementLiteral = Literal.Of($"{what} ({credentials}.{Method})");
    }

    public string Expression { get; }

    /// <summary>How the scheme's value is given: key, token or password.</summary>
    public string Kind { get; }

    public string Method { get; }

    public string Field { get; }

    public string Doc { get; }

    /// <summary>What the scheme requires, for an error message.</summary>
    public string RequirementLiteral { get; }
}
