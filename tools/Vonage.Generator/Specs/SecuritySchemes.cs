using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>A spec's security schemes as the objects that generated code names.</summary>
internal static class SecuritySchemes
{
    // By x-authentication, which a spec writes where OpenAPI has no word for it, or by type and scheme.
    private static readonly Dictionary<string, SecurityScheme> ByKind = new(StringComparer.Ordinal)
    {
        ["http bearer"] = SecurityScheme.Jwt,
        ["http basic"] = SecurityScheme.Basic,
        ["oauth2"] = SecurityScheme.Jwt,
        ["openIdConnect"] = SecurityScheme.Jwt,
        ["key-in-query"] = SecurityScheme.Named("KeyInQuery"),
        ["key-in-body"] = SecurityScheme.Named("KeyInBody"),
        ["signature"] = SecurityScheme.Named("Signature"),

        // The certificate belongs to the connection: the handler of the caller's HttpClient has it.
        ["mutualTLS"] = SecurityScheme.None,
    };

    /// <summary>The schemes of a requirement, all of which are needed.</summary>
    public static SecurityScheme Of(Spec spec, JObject requirement)
    {
        var schemes = requirement.Properties().Select(scheme => Of(spec, scheme)).Where(scheme => scheme != SecurityScheme.None).Distinct().ToList();
        return schemes switch
        {
            [] => SecurityScheme.None,
            [var only] => only,
            _ => SecurityScheme.All(schemes),
        };
    }

    /// <summary>One scheme, by its name in a requirement or among the components.</summary>
    public static SecurityScheme Of(Spec spec, JProperty requirement)
    {
        if (spec.Root["components"]?["securitySchemes"]?[requirement.Name] is not JObject scheme)
            throw new SpecException($"Security scheme '{requirement.Name}' is not declared.", requirement);
        var kind = (string?)scheme["x-authentication"] ?? string.Join(' ', new[] { scheme["type"], scheme["scheme"] }.Where(word => word is not null));
        return kind switch
        {
            "access-token" => SecurityScheme.AccessToken(string.Join(' ', requirement.Value as JArray ?? [])),
            "apiKey" => SecurityScheme.Key((string?)scheme["in"] switch { "header" => "KeyInHeader", "cookie" => "KeyInCookie", _ => "KeyInParameter" }, (string)scheme["name"]!),
            _ when ByKind.GetValueOrDefault(kind) is { } known => known,
            _ when ByKind.GetValueOrDefault(kind.ToLowerInvariant()) is { } known => known,
            _ => throw new SpecException($"Security scheme '{requirement.Name}' is of a kind that is not supported: {kind}. Use http bearer, http basic, apiKey, oauth2 or openIdConnect, or leave it out and set the header yourself.", scheme),
        };
    }
}
