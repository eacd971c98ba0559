namespace Vonage.Simulation.Specs;

/// <summary>Names of media types.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Problem = "application/problem+json";
    public const string Form = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data";

    /// <summary>Returns the type without parameters, in lowercase.</summary>
    public static string Bare(string? contentType) => (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    public static bool IsJson(string? contentType) => Bare(contentType) is var type
        && (type == Json || type.EndsWith("+json", StringComparison.Ordinal));

    public static bool IsForm(string? contentType) => Bare(contentType) is Form or Multipart;

    /// <summary>Determines whether <paramref name="range"/>, such as <c>image/*</c>, includes <paramref name="type"/>.</summary>
    public static bool Covers(string range, string type)
    {
        (range, type) = (Bare(range), Bare(type));
        return range == "*/*" || range == type
            || (range.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(range[..^1], StringComparison.Ordinal));
    }
}
