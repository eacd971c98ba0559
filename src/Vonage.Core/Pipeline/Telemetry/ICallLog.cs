using System.Net;

namespace Vonage.Core.Pipeline;

/// <summary>Writes what happens to calls to a log. Nothing that it is given contains content, a number or a secret.</summary>
internal interface ICallLog
{
    /// <summary>Whether each call is written, not only retries.</summary>
    bool HasCalls { get; }

    void Ended(ApiOperation operation, string path, TimeSpan duration, int attempts, HttpStatusCode? status, string? error);

    void Retrying(ApiOperation operation, string path, string reason, TimeSpan delay);
}
