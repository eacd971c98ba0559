using System.CommandLine;
using System.Net;

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

    private readonly Option<IPAddress> _bind = new("--bind")
    {
        Description = "The address of this machine to listen at; another than a loopback address needs --allow-remote.",
        HelpName = "address",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = argument => ParseAddress(argument.Tokens[0].Value, argument.AddError),
    };

    private readonly Option<bool> _remote = new("--allow-remote") { Description = "Lets other machines use the simulator at the address of --bind. Everyone in the network can then read what it receives." };

    public AccessOptions()
    {
        _bind.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && IPAddress.TryParse(token.Value, out var address) && !IPAddress.IsLoopback(address) && !result.GetValue(_remote))
                result.AddError($"--bind {address} lets other machines use the simulator. Add --allow-remote if that is what you want.");
        });
        _hosts.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => Uri.CheckHostName(token.Value) == UriHostNameType.Unknown))
                result.AddError("--allow-host must be a host name without scheme and port, such as simulator.test.");
        });
    }

    public IEnumerable<Option> All => [_callbacks, _hosts, _bind, _remote];

    public Access Read(ParseResult arguments) => new(arguments.GetValue(_callbacks) ?? [], arguments.GetValue(_hosts) ?? [], arguments.GetValue(_bind) ?? IPAddress.Loopback);

    private static IPAddress? ParseAddress(string text, Action<string> refuse)
    {
        if (IPAddress.TryParse(text, out var address))
            return address;
        refuse("--bind must be an IP address of this machine, such as 127.0.0.1.");
        return null;
    }

    private static Uri? Parse(string text, Action<string> refuse)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", IsLoopback: true })
            return url;
        refuse("--allow-callback must be an absolute http or https URL on this machine.");
        return null;
    }
}

/// <summary>Who can call the simulator, and what URLs in requests can make it call.</summary>
internal sealed record Access(IReadOnlyCollection<Uri> Callbacks, IReadOnlyCollection<string> Hosts, IPAddress Bind);
