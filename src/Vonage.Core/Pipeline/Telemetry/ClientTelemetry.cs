using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Vonage.Core.Pipeline;

/// <summary>
/// The spans and metrics of a provider's clients, by OpenTelemetry's conventions for HTTP clients. Nothing is computed if nobody listens.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "There is one for each name, as long as the process exists.")]
internal sealed class ClientTelemetry
{
    private const string Redacted = "REDACTED";

    private static readonly ConcurrentDictionary<string, ClientTelemetry> Known = new(StringComparer.Ordinal);

#if NET
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] };

#endif
    private readonly ActivitySource _source;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _limiterWait;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _tokens;
    private readonly string _operationTag;

    private ClientTelemetry(string name)
    {
        var prefix = name.ToLowerInvariant();
        _operationTag = prefix + ".operation";
        _source = new ActivitySource(name, UserAgentText.Version);
        var meter = new Meter(name, UserAgentText.Version);
        _duration = CreateHistogram(meter, prefix + ".client.operation.duration", "The duration of a call, with all its attempts.");
        _limiterWait = CreateHistogram(meter, prefix + ".client.limiter.wait", "The wait of an attempt for its turn by the client's rate limiter.");
        _retries = meter.CreateCounter<long>(prefix + ".client.retries", "{retry}", "The attempts that followed a failed one.");
        _tokens = meter.CreateCounter<long>(prefix + ".client.tokens", "{token}", "The tokens that were signed or fetched.");
    }

    // Older versions of .NET have no buckets to advise.
    private static Histogram<double> CreateHistogram(Meter meter, string name, string description) =>
#if NET
        meter.CreateHistogram(name, "s", description, null, Seconds);
#else
        meter.CreateHistogram<double>(name, "s", description);
#endif

    /// <summary>Whether anybody listens to calls.</summary>
    public bool IsWatched => HasSpans || _duration.Enabled;

    /// <summary>Whether anybody listens to spans.</summary>
    public bool HasSpans => _source.HasListeners();

    /// <summary>Gets the source and the meter of a name.</summary>
    public static ClientTelemetry Named(string name) => Known.GetOrAdd(name, static name => new ClientTelemetry(name));

    /// <summary>Starts the span of a call.</summary>
    public Activity? StartCall(ApiRequest request)
    {
        var span = _source.StartActivity(request.Operation.Name);
        span?.SetTag(_operationTag, request.Operation.Name);
        return span;
    }

    /// <summary>Ends the span of a call, and records its duration.</summary>
    public void EndCall(Activity? span, ApiRequest request, TimeSpan duration, Exception? error)
    {
        var type = ErrorType(error);
        if (type is not null)
            span?.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error);
        if (!_duration.Enabled)
            return;
        var tags = new TagList { { _operationTag, request.Operation.Name }, { "server.address", request.Operation.Server.Address.Host } };
        if (type is not null)
            tags.Add("error.type", type);
        _duration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Starts the span of an attempt.</summary>
    public Activity? StartAttempt(HttpRequestMessage message, ApiRequest request)
    {
        var (method, template, address) = (message.Method.Method, request.Template, message.RequestUri!);
        var span = _source.StartActivity(template is null ? method : $"{method} {template}", ActivityKind.Client);
        if (span is null)
            return null;
        span.SetTag("http.request.method", method).SetTag("server.address", address.Host).SetTag("server.port", address.Port).SetTag("url.full", WithoutValues(address, template));
        if (template is not null)
            span.SetTag("url.template", template);
        if (request.Sent > 1)
            span.SetTag("http.request.resend_count", request.Sent - 1);
        return span;
    }

    /// <summary>Ends the span of an attempt that has a response.</summary>
    public static void EndAttempt(Activity? span, HttpResponseMessage response)
    {
        if (span is null)
            return;
        var status = (int)response.StatusCode;
        span.SetTag("http.response.status_code", status).SetTag("network.protocol.version", response.Version.Major == 1 ? response.Version.ToString(2) : response.Version.Major.ToString(CultureInfo.InvariantCulture));
        if (status >= 400)
            span.SetTag("error.type", status.ToString(CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Ends the span of an attempt that has none.</summary>
    public static void EndAttempt(Activity? span, Exception error) => span?.SetTag("error.type", error.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    public void OnRetry(ApiRequest request) => Count(_retries, request);

    public void OnToken() => _tokens.Add(1);

    public void OnLimiterWait(ApiRequest request, TimeSpan wait)
    {
        if (_limiterWait.Enabled)
            _limiterWait.Record(wait.TotalSeconds, new KeyValuePair<string, object?>(_operationTag, request.Operation.Name));
    }

    /// <summary>The kind of an error, as the conventions write it: the status, or the type.</summary>
    public static string? ErrorType(Exception? error) => error switch
    {
        null => null,
        ApiException { StatusCode: { } status } when (int)status >= 400 => ((int)status).ToString(CultureInfo.InvariantCulture),
        _ => error.GetType().FullName,
    };

    // A query may contain secrets and numbers: only the names remain.
    internal static string WithoutValues(Uri address, string? template)
    {
        var query = address.Query;
        var path = WithoutKeys(address.GetLeftPart(UriPartial.Path), template);
        if (query.Length <= 1)
            return path;
        var text = new StringBuilder(path).Append('?');
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            var name = pair.IndexOf('=');
            text.Append(pair, 0, name + 1).Append(Redacted).Append('&');
        }

        return text.ToString(0, text.Length - 1);
    }

    // A path names what it is about, which may be an account by its key. A base path may come before the template.
    private static string WithoutKeys(string address, string? template)
    {
        if (template?.Contains("key}") != true)
            return address;
        var values = address.Split('/');
        var names = template.Split('/');
        for (var i = 1; i <= Math.Min(names.Length, values.Length); i++)
            if (names[names.Length - i].EndsWith("key}", StringComparison.Ordinal))
                values[values.Length - i] = Redacted;
        return string.Join("/", values);
    }

    private void Count(Counter<long> counter, ApiRequest request)
    {
        if (counter.Enabled)
            counter.Add(1, new KeyValuePair<string, object?>(_operationTag, request.Operation.Name));
    }
}
