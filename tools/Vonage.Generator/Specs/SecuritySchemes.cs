using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>A spec's security scheme as the object that generated code names.</summary>
internal static class SecuritySchemes
{
    // By x-authentication, which a spec writes where OpenAPI has no word for it, or by type and scheme.
    private static readonly Dictionary<string, string> ByKind = new(StringComparer.Ordinal)
    {
        ["http bearer"] = "ApiAuthentication.Jwt",
        ["http basic"] = "ApiAuthentication.Basic",
        ["oauth2"] = "ApiAuthentication.Jwt",
        ["openIdConnect"] = "ApiAuthentication.Jwt",
        ["key-in-query"] = "ApiAuthentication.KeyInQuery",
        ["key-in-body"] = "ApiAuthentication.KeyInBody",
        ["signature"] = "ApiAuthentication.Signature",
    };

    /// <summary>The schemes of a requirement, all of which are needed.</summary>
    public static string ToCSharp(Spec spec, JObject requirement)
    {
        var schemes = requirement.Properties().Select(scheme => ToCSharp(spec, scheme)).Where(scheme => scheme != "ApiAuthentication.None").Distinct(StringComparer.Ordinal).ToList();
        return schemes switch
        {
            [] => "ApiAuthentication.None",
            [var only] => only,
            _ => $"ApiAuthentication.All({string.Join(", ", schemes)})",
        };
    }

    /// <summary>One scheme, by its name in a requirement or among the components.</summary>
    public static string ToCSharp(Spec spec, JProperty requirement)
    {
        if (spec.Root["components"]?["securitySchemes"]?[requirement.Name] is not JObject scheme)
            throw new SpecException($"Security scheme '{requirement.Name}' is not declared.", requirement);
        var kind = (string?)scheme["x-authentication"] ?? $"{scheme["type"]} {scheme["scheme"]}".TrimEnd();
        return kind switch
        {
            // The certificate belongs to the connection: the handler of the caller's HttpClient has it.
            "mutualTLS" => "ApiAuthentication.None",
            "apiKey" => $"ApiAuthentication.{(string?)scheme["in"] switch { "header" => "KeyInHeader", "cookie" => "KeyInCookie", _ => "KeyInParameter" }}({Emission.Literal.Of((string)scheme["name"]!)})",
            _ when ByKind.GetValueOrDefault(kind) is { } known => known,
            _ when ByKind.GetValueOrDefault(kind.ToLowerInvariant()) is { } known => known,
            _ => throw new SpecException($"Security scheme '{requirement.Name}' is of a kind that is not supported: {kind}. Use http bearer, http basic, apiKey, oauth2 or openIdConnect, or leave it out and set the header yourself.", scheme),
        };
    }
}
