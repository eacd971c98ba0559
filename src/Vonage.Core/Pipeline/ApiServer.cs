using System.ComponentModel;
using System.Text;

namespace Vonage.Core.Pipeline;

/// <summary>A server of an operation, with its regional alternatives.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiServer
{
    // A host that never exists (RFC 6761) stands for the one that the specification leaves out.
    private const string NoHost = "server.invalid";

    private readonly (string Region, Uri Address)[] _regions;

    /// <summary>Initializes a new instance of the <see cref="ApiServer"/> class.</summary>
    /// <param name="url">The default address, including any base path. It can be a path only: the host is then the client's <see cref="ApiClientOptions.BaseAddress"/>.</param>
    /// <param name="regions">The regional addresses, by the short name of the region (<c>us</c>, <c>eu</c>, <c>ap</c>).</param>
    public ApiServer(string url, params (string Region, string Url)[] regions)
    {
        ArgumentNullException.ThrowIfNull(url);
        Address = Parse(url);
        _regions = Array.ConvertAll(regions, r => (r.Region, new Uri(r.Url, UriKind.Absolute)));
    }

    /// <summary>The default address.</summary>
    public Uri Address { get; }

    /// <summary>The address with names in braces, for which <see cref="ApiClientOptions.ServerVariables"/> has values; <see langword="null"/> if the default address is the only one.</summary>
    public string? Template { get; init; }

    /// <summary>Gets the address for a region; the default address if the region has none.</summary>
    /// <param name="region">The short name of the region; <see langword="null"/> for the default.</param>
    public Uri AddressIn(string? region)
    {
        if (region is not null)
            foreach (var candidate in _regions)
                if (candidate.Region == region)
                    return candidate.Address;
        return Address;
    }

    /// <summary>Gets the hosts that templates with values name. A template without a host has none.</summary>
    /// <param name="variables">The values.</param>
    /// <param name="templates">The templates.</param>
    /// <exception cref="ArgumentException">A value cannot stand where it would.</exception>
    public static IEnumerable<string> HostsOf(IReadOnlyDictionary<string, string> variables, params string[] templates) =>
        templates.Select(template => Fill(template, variables)).Where(HasHost).Select(address => address.Host);

    internal Uri Resolve(string? region, IReadOnlyDictionary<string, string> variables) => Template is null ? AddressIn(region) : Fill(Template, variables);

    internal static bool HasHost(Uri address) => address.Host != NoHost;

    private static Uri Parse(string address) => new(address.StartsWith('/') ? $"https://{NoHost}{address}" : address, UriKind.Absolute);

    private static Uri Fill(string template, IReadOnlyDictionary<string, string> variables)
    {
        var address = new StringBuilder();
        foreach (var part in template.Split('{'))
        {
            var end = part.IndexOf('}');
            var rest = part.Substring(end + 1);
            if (end >= 0)
                address.Append(Checked(part.Substring(0, end), variables[part.Substring(0, end)], address.Length == 0 || rest.Length == 0 || rest[0] == '/', template));
            address.Append(rest);
        }

        var text = address.ToString();
        return text.StartsWith('/') || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            ? Parse(text)
            : throw new ArgumentException($"With these options, the server {template} is '{text}', which is not an http or https address.");
    }

    // A value fills its place, and leads nowhere else: only one that ends a part of the address has parts of its own.
    private static string Checked(string name, string? value, bool isLast, string template)
    {
        if (value is null || value.Contains(".."))
            throw new ArgumentException($"{name} is {(value is null ? "null" : $"'{value}'")}, which is not allowed in the server {template}.");
        foreach (var c in value)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~') && !(isLast && c is ':' or '/'))
                throw new ArgumentException($"{name} contains '{c}', which is not allowed in the server {template}. Use letters, digits, '-', '.', '_' and '~'.");
        return value;
    }
}
