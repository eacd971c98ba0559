using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Where a value stands in the file that it was read from. Each value carries its place as an annotation and keeps it wherever it is moved
/// or copied, so that an error found late still names what the author wrote.
/// </summary>
internal sealed class Place(string file, long line, long column, Place? parent, string key)
{
    /// <summary>The file.</summary>
    public string File => file;

    /// <summary>The file, line and column, as MSBuild and editors know them.</summary>
    public string Origin => $"{file}({line},{column})";

    /// <summary>The JSON pointer.</summary>
    public string Pointer => parent is null ? "#" : $"{parent.Pointer}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Finds the place of a value, or of what it stands in if it was not read from a file.</summary>
    public static Place? Of(JToken? token) => token?.AncestorsAndSelf().Select(t => t.Annotation<Place>()).FirstOrDefault(place => place is not null);
}
