using Flowroute;
using Vonage.Core;
using Vonage.Core.Pipeline;

namespace Vonage.Cli;

/// <summary>Connects to the providers, with the credentials and addresses that apply.</summary>
internal sealed class Connection(Variables variables, TimeSpan? timeout, DelegatingHandler handler) : IDisposable
{
    private readonly HttpClient _http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    public ApiClient ClientOf(string provider) => provider == "Flowroute" ? Flowroute() : Vonage();

    public VonageApiClient Vonage()
    {
        var options = new VonageClientOptions { ApplicationName = "vonage-cli", Region = RegionOf(variables.Get(Variables.Region)) };
        if (timeout is { } time)
            options.Timeout = time;
        options.AddHosts(variables.Get);
        return new VonageApiClient(_http, VonageCredentials.FromVariables(variables.Get), options);
    }

    public void Dispose() => _http.Dispose();

    private FlowrouteApiClient Flowroute()
    {
        var options = new FlowrouteClientOptions { ApplicationName = "vonage-cli" };
        if (timeout is { } time)
            options.Timeout = time;
        if ((variables.Get(Variables.FlowrouteBaseUrl) ?? variables.Get(Variables.BaseUrl)) is { } address)
            options.Hosts["api.flowroute.com"] = Uri.TryCreate($"{address.TrimEnd('/')}/api.flowroute.com", UriKind.Absolute, out var server) && server.Scheme is ("http" or "https")
                ? server
                : throw new UsageException($"--base-url, {Variables.FlowrouteBaseUrl} or {Variables.BaseUrl} must be an address that starts with http:// or https://.");
        if (variables.Get(Variables.FlowrouteKey) is not { } key || variables.Get(Variables.FlowrouteSecret) is not { } secret)
            throw new InvalidCredentialsException($"There are no Flowroute credentials. Set {Variables.FlowrouteKey} and {Variables.FlowrouteSecret}, or add a profile with them.");
        return new FlowrouteApiClient(_http, FlowrouteCredentials.FromAccessKey(key, secret), options);
    }

    private static VonageRegion? RegionOf(string? code) => code?.ToLowerInvariant() switch
    {
        null => null,
        "us" => VonageRegion.UnitedStates,
        "eu" => VonageRegion.Europe,
        "ap" => VonageRegion.AsiaPacific,
        _ => throw new UsageException("--region must be one of us, eu and ap."),
    };
}
