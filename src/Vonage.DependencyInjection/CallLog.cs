using System.Net;
using Microsoft.Extensions.Logging;

namespace Vonage;

/// <summary>Writes calls to the log of an application: the end of each at the level Debug, and retries at the level Information.</summary>
internal sealed partial class CallLog(ILogger logger) : ICallLog
{
    // The generator of log methods in .NET 8 knows fields only.
    private readonly ILogger _logger = logger;

    public bool HasCalls => _logger.IsEnabled(LogLevel.Debug);

    public void Ended(ApiOperation operation, string path, TimeSpan duration, int attempts, HttpStatusCode? status, string? error)
    {
        if (error is null)
            Succeeded(operation.Name, operation.Method, path, (long)duration.TotalMilliseconds, attempts);
        else
            Failed(operation.Name, operation.Method, path, (long)duration.TotalMilliseconds, attempts, error, (int?)status);
    }

    public void Retrying(ApiOperation operation, string path, string reason, TimeSpan delay) =>
        Retried(operation.Name, operation.Method, path, reason, (long)delay.TotalMilliseconds);

    [LoggerMessage(EventId = 1, EventName = "CallSucceeded", Level = LogLevel.Debug, Message = "{Operation} ({Method} {Path}) succeeded after {Duration} ms, {Attempts} request(s)")]
    private partial void Succeeded(string operation, HttpMethod method, string path, long duration, int attempts);

    [LoggerMessage(EventId = 4, EventName = "CallFailed", Level = LogLevel.Debug, Message = "{Operation} ({Method} {Path}) failed after {Duration} ms, {Attempts} request(s): {Error} {Status}")]
    private partial void Failed(string operation, HttpMethod method, string path, long duration, int attempts, string error, int? status);

    [LoggerMessage(EventId = 2, EventName = "CallRetried", Level = LogLevel.Information, Message = "{Operation} ({Method} {Path}) failed ({Reason}) and is attempted again after {Delay} ms")]
    private partial void Retried(string operation, HttpMethod method, string path, string reason, long delay);
}
