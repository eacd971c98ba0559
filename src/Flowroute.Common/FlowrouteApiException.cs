using Flowroute.Common;
using Newtonsoft.Json;
using Vonage.Core;

namespace Flowroute;

/// <summary>Flowroute answered with an error, or with something that cannot be read.</summary>
public class FlowrouteApiException : ApiException
{
    /// <summary>An error that a reply reports.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="reason">What is wrong, in words to show; <see langword="null"/> to take them from the reply's own errors.</param>
    /// <param name="inner">What led to it, if anything.</param>
    public FlowrouteApiException(ApiReply reply, string? reason = null, Exception? inner = null)
        : this(reply, Read(reply), reason, inner)
    {
    }

    private FlowrouteApiException(ApiReply reply, IReadOnlyList<ErrorObject> errors, string? reason, Exception? inner)
        : base(reply, reason ?? Summarize(errors), inner) =>
        Errors = errors;

    /// <summary>What Flowroute says about the error, one entry for each fault; empty where the body says nothing that can be read.</summary>
    public IReadOnlyList<ErrorObject> Errors { get; }

    private static ErrorObject[] Read(ApiReply reply)
    {
        if (reply is null || reply.IsSuccess)
            return [];
        try
        {
            return ApiJson.Deserialize<ErrorDocument>(reply.Body)?.Errors.Where(error => error is not null).ToArray() ?? [];
        }
        catch (JsonException)
        {
            // A gateway's page, a body that was cut off, or members of other types: the text itself is in the exception.
            return [];
        }
    }

    private static string? Summarize(IReadOnlyList<ErrorObject> errors) =>
        errors.Count == 0 ? null : string.Join("; ", errors.Select(error => error.Detail ?? error.Title ?? error.Id));
}
