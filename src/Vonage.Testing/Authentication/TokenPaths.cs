using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Vonage.Testing.Authentication;

/// <summary>The paths to which the <c>acl</c> claim of a token limits it.</summary>
internal static class TokenPaths
{
    /// <summary>Determines whether a token is for a path. A token without the claim is for every path.</summary>
    public static bool Include(JsonNode? acl, string path) => acl switch
    {
        null => true,
        JsonObject { Count: 0 } => true,
        JsonObject claim when claim["paths"] is JsonObject paths => paths.Any(allowed => IsMatch(allowed.Key, path)),
        _ => false,
    };

    // Two asterisks stand for any text, and one for a segment.
    private static bool IsMatch(string pattern, string path) =>
        Regex.IsMatch(path, $@"\A{Regex.Escape(pattern).Replace(@"/\*\*", "(/.*)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
