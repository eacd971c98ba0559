namespace Vonage.Simulation;

/// <summary>Options for all simulators.</summary>
public class SimulatorOptions
{
    /// <summary>The port on 127.0.0.1. The default, 0, selects any free port.</summary>
    public int Port { get; set; }

    /// <summary>The clock for credentials, times in responses, and delays.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The host names, without a port, that a request can specify in its <c>Host</c> header, in addition to <c>localhost</c> and the loopback
    /// addresses. Requests for other hosts and requests from web pages of other sites are rejected with status 403 and are not recorded.
    /// </summary>
    public ISet<string> AllowedHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The maximum size of a request body in bytes. The default is 32 MiB. A larger body is rejected with status 413.</summary>
    public long MaxRequestBodySize { get; set; } = 32 * 1024 * 1024;

    /// <summary>
    /// The maximum number of requests, and of webhooks, that are recorded. The default is 10,000. The oldest ones are removed first, also
    /// if their bodies, headers and addresses together exceed eight times <see cref="MaxRequestBodySize"/>.
    /// </summary>
    public int MaxRecorded { get; set; } = 10_000;

    /// <summary>Called with each request after its response is determined, for example to log it.</summary>
    public Action<ReceivedRequest>? OnRequest { get; set; }
}
