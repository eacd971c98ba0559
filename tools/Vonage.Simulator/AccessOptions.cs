using System.CommandLine;

namespace Vonage.Simulator;

/// <summary>The options that determine who can call the simulator, and what URLs in requests can make it call.</summary>
internal sealed class AccessOptions
{
    private readonly Option<Uri[]> _callbacks = new("--allow-callback")
    {
        Description = "An address on this machine, such as http://127.0.0.1:5000, to which URLs in requests and NCCOs can refer. URLs that are set by other options are always allowed.",
        HelpName = "url",
        CustomParser = argument => [.. argument.Tokens.Select(token => Parse(token.Value, argument.AddError)).OfType<Uri>()],
    };

    private readonly Option<string[]> _hosts = new("--allow-host") { Description = "A host name that requests can specify, in addition to localhost and the loopback addresses.", HelpName = "host" };

    public IEnumerable<Option> All => [_callbacks, _hosts];

    public Access Read(ParseResult arguments) => new(arguments.GetValue(_callbacks) ?? [], arguments.GetValue(_hosts) ?? []);

    private static Uri? Parse(string text, Action<string> refuse)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", IsLoopback: true })
            return url;
        refuse("--allow-callback must be an absolute http or https URL on this machine.");
        return null;
    }
}

/// <summary>Who can call the simulator, and what URLs in requests can make it call.</summary>
internal sealed record Access(IReadOnlyCollection<Uri> Callbacks, IReadOnlyCollection<string> Hosts);
