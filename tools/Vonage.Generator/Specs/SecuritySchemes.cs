namespace Vonage.Generator.Specs;

/// <summary>A spec's security scheme as a member of Core's AuthenticationScheme.</summary>
internal static class SecuritySchemes
{
    public static string ToCSharp(Spec spec, string name)
    {
        var scheme = spec.Root["components"]?["securitySchemes"]?[name]
            ?? throw new SpecException($"{spec.Name}: security scheme '{name}' is not declared.");
        return ((string?)scheme["x-authentication"], (string?)scheme["type"], (string?)scheme["scheme"]) switch
        {
            ("key-in-query", _, _) => "Query",
            ("key-in-body", _, _) => "Body",
            ("signature", _, _) => "Signature",
            (null, "http", "bearer") => "Jwt",
            (null, "http", "basic") => "Basic",
            _ => throw new SpecException($"{spec.Name}: security scheme '{name}' is of a kind that the send path does not know."),
        };
    }
}
