using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage;

/// <summary>A path that a token opens.</summary>
public sealed class JwtAclPath
{
    /// <summary>Describes a path that is open to all HTTP methods.</summary>
    /// <param name="path">The path; <c>*</c> stands for one segment, <c>**</c> for any number.</param>
    /// <exception cref="InvalidRequestException">The path does not begin with a slash.</exception>
    public JwtAclPath(string path)
        : this(path, [])
    {
    }

    /// <summary>Describes a path that is open to some HTTP methods.</summary>
    /// <param name="path">The path; <c>*</c> stands for one segment, <c>**</c> for any number.</param>
    /// <param name="methods">The HTTP methods that are allowed there. None: all.</param>
    /// <exception cref="InvalidRequestException">The path does not begin with a slash.</exception>
    public JwtAclPath(string path, params string[] methods)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(methods);
        if (!path.StartsWith('/'))
            throw new InvalidRequestException("acl", $"holds the path '{path}', which does not begin with a slash.");
        Path = path;
        Methods = [.. methods];
    }

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>The HTTP methods that are allowed. None: all.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>What must hold for the request's own values, by their names, as Vonage's documentation of ACLs describes.</summary>
    public IDictionary<string, JToken> Filters { get; } = new Dictionary<string, JToken>(StringComparer.Ordinal);
}
