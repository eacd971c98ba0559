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
        ["key-in-query"] = "ApiAuthentication.KeyInQuery",
        ["key-in-body"] = "ApiAuthentication.KeyInBody",
        ["signature"] = "ApiAuthentication.Signature",
    };

    public static string ToCSharp(Spec spec, string name, JToken at)
    {
        var scheme = spec.Root["components"]?["securitySchemes"]?[name]
            ?? throw new SpecException($"Security scheme '{name}' is not declared.", at);
        return ByKind.GetValueOrDefault((string?)scheme["x-authentication"] ?? $"{scheme["type"]} {scheme["scheme"]}")
            ?? throw new SpecException($"Security scheme '{name}' is of a kind that the send path does not know.", scheme);
    }
}
