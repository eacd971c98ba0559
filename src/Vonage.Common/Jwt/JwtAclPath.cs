using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage;

/// <summary>A path that a token grants access to.</summary>
public sealed class JwtAclPath
{
    /// <summary>Initializes a new instance of the class that allows all HTTP methods.</summary>
    /// <param name="path">The path; <c>*</c> matches one segment, <c>**</c> any number of segments.</param>
    /// <exception cref="InvalidRequestException">The path does not start with a slash.</exception>
    public JwtAclPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.StartsWith('/'))
            throw new InvalidRequestException("acl", $"contains the path '{path}', which does not start with a slash.");
        Path = path;
        Methods = [];
    }

    /// <summary>Initializes a new instance of the class that allows some HTTP methods.</summary>
    /// <param name="path">The path; <c>*</c> matches one segment, <c>**</c> any number of segments.</param>
    /// <param name="methods">The allowed HTTP methods, such as <c>GET</c>.</param>
    /// <exception cref="InvalidRequestException">The path does not start with a slash, or there is no method, or one is not in capital letters.</exception>
    public JwtAclPath(string path, params string[] methods)
        : this(path)
    {
        ArgumentNullException.ThrowIfNull(methods);
        if (methods.Length == 0)
            throw new InvalidRequestException("acl", $"contains the path '{path}' with an empty list of methods. Name a method, or leave the list out to allow all.");
        if (!Array.TrueForAll(methods, IsMethod))
            throw new InvalidRequestException("acl", $"contains the path '{path}' with a method that is not a word in capital letters, such as GET.");
        Methods = [.. methods];
    }

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>The allowed HTTP methods. If empty, all methods are allowed.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>Conditions on the values of a request, by name, as described in Vonage's documentation of ACLs.</summary>
    public IDictionary<string, JToken> Filters { get; } = new Dictionary<string, JToken>(StringComparer.Ordinal);

    private static bool IsMethod(string method) => !string.IsNullOrEmpty(method) && method.All(c => c is >= 'A' and <= 'Z');
}
