using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Vonage.Core;

namespace Vonage;

/// <summary>The paths that a token opens. A collection initializer fills it: <c>Acl = { "/*/users/**", { "/*/rtc/**", "GET" } }</c>.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "An access control list is a list by its name.")]
public sealed class JwtAcl : IReadOnlyCollection<JwtAclPath>
{
    private readonly List<JwtAclPath> _paths = [];

    /// <inheritdoc/>
    public int Count => _paths.Count;

    /// <summary>Opens a path to all HTTP methods.</summary>
    /// <param name="path">The path; <c>*</c> stands for one segment, <c>**</c> for any number.</param>
    /// <exception cref="InvalidRequestException">The path does not begin with a slash, or is there already.</exception>
    public void Add(string path) => Add(new JwtAclPath(path));

    /// <summary>Opens a path to some HTTP methods.</summary>
    /// <param name="path">The path; <c>*</c> stands for one segment, <c>**</c> for any number.</param>
    /// <param name="methods">The HTTP methods that are allowed there. None: all.</param>
    /// <exception cref="InvalidRequestException">The path does not begin with a slash, or is there already.</exception>
    public void Add(string path, params string[] methods) => Add(new JwtAclPath(path, methods));

    /// <summary>Opens a path.</summary>
    /// <exception cref="InvalidRequestException">The path is there already.</exception>
    public void Add(JwtAclPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var present in _paths)
            if (present.Path == path.Path)
                throw new InvalidRequestException("acl", $"names the path '{path.Path}' twice.");
        _paths.Add(path);
    }

    /// <inheritdoc/>
    public IEnumerator<JwtAclPath> GetEnumerator() => _paths.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
