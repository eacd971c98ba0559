using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Emission;

/// <summary>Whether the spec marks something as deprecated, and the message of its <c>Obsolete</c> attribute.</summary>
internal static class Deprecation
{
    /// <summary>The message as a C# literal: the text of <c>x-obsolete</c>, which names the replacement. Null where nothing is deprecated.</summary>
    public static string? Of(JObject json) =>
        (bool?)json["deprecated"] == true ? Literal.Of((string?)json["x-obsolete"] ?? "The API has deprecated this. See its documentation.") : null;
}
