using Newtonsoft.Json;
using Vonage.Core;

namespace Flowroute;

/// <summary>The exception that is thrown when Flowroute returns an error or a response that cannot be read.</summary>
public class FlowrouteApiException : ApiException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The response.</param>
    /// <param name="reason">The reason, for the message; <see langword="null"/> to use the errors in the response.</param>
    /// <param name="inner">The exception that caused this one, if any.</param>
    public FlowrouteApiException(ApiResponse reply, string? reason = null, Exception? inner = null)
        : this(reply, Read(reply), reason, inner)
    {
    }

    private FlowrouteApiException(ApiResponse reply, IReadOnlyList<ErrorObject> errors, string? reason, Exception? inner)
        : base(reply, reason ?? Summarize(errors), inner) =>
        Errors = errors;

    /// <summary>The errors in the response; empty if the body contains none that can be read.</summary>
    public IReadOnlyList<ErrorObject> Errors { get; }

    private static ErrorObject[] Read(ApiResponse reply)
    {
        if (reply is null || reply.IsSuccess)
            return [];
        try
        {
            return ApiJson.Deserialize(reply.Body, ErrorDocument.JsonModelType.Read)?.Errors.Where(error => error is not null).ToArray() ?? [];
        }
        catch (JsonException)
        {
            // A gateway's page, a truncated body, or members of other types. The exception contains the text.
            return [];
        }
    }

    private static string? Summarize(IReadOnlyList<ErrorObject> errors) =>
        errors.Count == 0 ? null : string.Join("; ", errors.Select(error => error.Detail ?? error.Title ?? error.Id));
}
