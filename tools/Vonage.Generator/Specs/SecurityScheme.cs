namespace Vonage.Generator.Specs;

/// <summary>A security scheme as generated code names it.</summary>
/// <param name="Code">The C# expression.</param>
/// <param name="Name">Its name in documentation.</param>
/// <param name="IsKey">Whether the document describes an API key.</param>
/// <param name="IsOwnClass">Whether it is a class of the package, written by hand.</param>
internal sealed record SecurityScheme(string Code, string Name, bool IsKey = false, bool IsOwnClass = false)
{
    public static SecurityScheme None { get; } = Named("None");

    public static SecurityScheme Jwt { get; } = Named("Jwt");

    public static SecurityScheme Basic { get; } = Named("Basic");

    public static SecurityScheme Named(string name) => new($"ApiAuthentication.{name}", name);

    public static SecurityScheme Key(string name, string parameter) => Named($"{name}({Emission.Literal.Of(parameter)})") with { IsKey = true };

    /// <summary>A scheme that fetches tokens: how, is for each API to say.</summary>
    public static SecurityScheme AccessToken(string scope) => new($"new AccessTokens({Emission.Literal.Of(scope)})", $"OAuth 2.0, {scope}", IsOwnClass: true);

    /// <summary>Several schemes, all of which are needed.</summary>
    public static SecurityScheme All(IReadOnlyCollection<SecurityScheme> schemes) =>
        new($"ApiAuthentication.All({string.Join(", ", schemes.Select(scheme => scheme.Code))})", $"All({string.Join(", ", schemes.Select(scheme => scheme.Name))})", IsOwnClass: schemes.Any(scheme => scheme.IsOwnClass));
}
