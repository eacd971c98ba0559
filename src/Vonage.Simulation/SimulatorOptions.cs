using System.Net;

namespace Vonage.Simulation;

/// <summary>Options for all simulators.</summary>
public class SimulatorOptions
{
    /// <summary>The port on 127.0.0.1. The default, 0, selects any free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// The address of this machine to listen at. The default is the loopback address. With another one, everyone in the network can use the simulator.
    /// </summary>
    public IPAddress BindAddress { get; set; } = IPAddress.Loopback;

    /// <summary>
    /// The port for HTTPS; 0 selects any free port. The default, <see langword="null"/>, is none. The certificate is created at the start, for the hosts of the
    /// APIs and this machine, and signed by <see cref="ApiSimulator.CertificateAuthorityPem"/>.
    /// </summary>
    /// <remarks>
    /// With it, the simulator at <see cref="ApiSimulator.Address"/> is also a proxy for clients whose hosts cannot be set: CONNECT to a host of the APIs leads
    /// to the simulator.
    /// </remarks>
    public int? HttpsPort { get; set; }

    /// <summary>
    /// Whether addresses in responses and webhooks that lead to a host of the APIs, such as links to the next page and recordings, lead to the simulator
    /// instead.
    /// </summary>
    /// <remarks>
    /// The default is <see langword="false"/>: they are as the API returns them, and a client whose hosts are set to the simulator follows them there.
    /// </remarks>
    public bool UsesOwnAddresses { get; set; }

    /// <summary>Whether requests beyond the documented rate limits are rejected with status 429. The default is <see langword="false"/>.</summary>
    public bool EnforcesRateLimits { get; set; }

    /// <summary>The clock for credentials, times in responses, and delays.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The host names, without a port, that a request can specify in its <c>Host</c> header, in addition to <c>localhost</c> and the loopback addresses.
    /// </summary>
    /// <remarks>Requests for other hosts and requests from web pages of other sites are rejected with status 403 and are not recorded.</remarks>
    public ISet<string> AllowedHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The maximum size of a request body in bytes. The default is 32 MiB. A larger body is rejected with status 413.</summary>
    public long MaxRequestBodySize { get; set; } = 32 * 1024 * 1024;

    /// <summary>The maximum number of requests, and of webhooks, that are recorded. The default is 10,000.</summary>
    /// <remarks>
    /// The oldest ones are removed first, also if their bodies, headers and addresses together exceed eight times <see cref="MaxRequestBodySize"/>.
    /// </remarks>
    public int MaxRecorded { get; set; } = 10_000;

    /// <summary>
    /// The simulator whose page and control API also show what this one receives, such as a simulator of another provider. Both then have the same record
    /// of requests. The default, <see langword="null"/>, is none.
    /// </summary>
    public ApiSimulator? ShownBy { get; set; }

    /// <summary>Called with each request after its response is determined, for example to log it.</summary>
    public Action<ReceivedRequest>? OnRequest { get; set; }
}
