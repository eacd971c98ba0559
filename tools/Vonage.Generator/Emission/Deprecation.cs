using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Emission;

/// <summary>The message of the <c>Obsolete</c> attribute of what the spec marks as deprecated.</summary>
internal static class Deprecation
{
    private const string Unexplained = "The API has deprecated this feature.";

    /// <summary>
    /// The message as a C# literal: the sentence of the description that names the replacement ("Use … instead."), or else the last of several
    /// sentences, which says why. Null where nothing is deprecated.
    /// </summary>
    public static string? Of(JObject json)
    {
        if ((bool?)json["deprecated"] != true)
            return null;
        var description = Regex.Replace((string?)json["description"] ?? string.Empty, @"\s+", " ").Trim();
        var sentences = description.Replace("`", string.Empty).Split(". ").Select(sentence => sentence.TrimEnd('.') + ".").ToList();
        return Literal.Of(sentences.Find(sentence => sentence.EndsWith("instead.", StringComparison.Ordinal)) ?? (sentences.Count > 1 ? sentences[^1] : Unexplained));
    }
}
