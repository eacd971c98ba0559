using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Vonage.Core;

namespace Vonage;

/// <summary>The paths that a token grants access to. Use a collection initializer: <c>Acl = { "/*/users/**", { "/*/rtc/**", "GET" } }</c>.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "An access control list is a list by its name.")]
public sealed class JwtAcl : IReadOnlyCollection<JwtAclPath>
{
    private readonly List<JwtAclPath> _paths = [];

    /// <inheritdoc/>
    public int Count => _paths.Count;

    /// <summary>Grants access to a path for all HTTP methods.</summary>
    /// <param name="path">The path; <c>*</c> matches one segment, <c>**</c> any number of segments.</param>
    /// <exception cref="InvalidRequestException">The path does not start with a slash, or is already in the list.</exception>
    public void Add(string path) => Add(new JwtAclPath(path));

    /// <summary>Grants access to a path for some HTTP methods.</summary>
    /// <param name="path">The path; <c>*</c> matches one segment, <c>**</c> any number of segments.</param>
    /// <param name="methods">The allowed HTTP methods, such as <c>GET</c>.</param>
    /// <exception cref="InvalidRequestException">The path does not start with a slash, or is already in the list, or there is no method.</exception>
    public void Add(string path, params string[] methods) => Add(new JwtAclPath(path, methods));

    /// <summary>Grants access to a path.</summary>
    /// <exception cref="InvalidRequestException">The path is already in the list.</exception>
    public void Add(JwtAclPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var present in _paths)
            if (present.Path == path.Path)
                throw new InvalidRequestException("acl", $"contains the path '{path.Path}' twice.");
        _paths.Add(path);
    }

    /// <inheritdoc/>
    public IEnumerator<JwtAclPath> GetEnumerator() => _paths.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
