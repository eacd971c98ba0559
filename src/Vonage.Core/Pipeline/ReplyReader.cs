using Newtonsoft.Json;

namespace Vonage.Core.Pipeline;

/// <summary>Reads responses: into a model, or into the exception that says why there is none.</summary>
/// <param name="client">The client, which knows its clock and its headers.</param>
/// <param name="maxLength">The most bytes that a body may have.</param>
/// <param name="createException">Creates the provider's exception.</param>
internal sealed class ReplyReader(ApiClient client, int maxLength, Func<ApiResponse, string?, Exception?, ApiException> createException)
{
    // What fetches a token sends phone numbers, codes and the like, which a server may repeat.
    private const string Confidential = "What the server says of it is in Body only, because it may repeat what was sent";

    /// <summary>The most bytes that a body may have.</summary>
    public int MaxLength => maxLength;

    /// <summary>Does nothing for a successful status, and otherwise throws the operation's or the provider's exception.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The response.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="isAll">Whether the status is all that the caller wants to know: then it is a success if a repeated request finds nothing left to delete.</param>
    public Task CheckStatusAsync(ApiRequest request, HttpResponseMessage response, CallDeadline deadline, bool isAll = false)
    {
        if (!response.IsSuccessStatusCode && !(isAll && request.IsGone(response.StatusCode)))
            return FailAsync(request, response, deadline);
        if (request.Options?.OnReply is { } onReply)
            Tell(onReply, Describe(request, response, null));
        return Task.CompletedTask;
    }

    // What the caller's own code throws is neither a failure of the connection nor one of the API.
    private static void Tell(Action<ApiResponse> onReply, ApiResponse reply)
    {
        try
        {
            onReply(reply);
        }
        catch (Exception error)
        {
            throw new CallerException(error);
        }
    }

    /// <summary>Does nothing for the complete body of a success.</summary>
    /// <exception cref="ApiException">The body is too long, damaged or incomplete.</exception>
    public void CheckComplete(ApiRequest request, HttpResponseMessage response, PooledBytes body, CallDeadline deadline)
    {
        if (body.IsTruncated)
            throw body.Failure is { } failure
                ? Interrupt(request, response, body, deadline, failure)
                : createException(Describe(request, response, body), $"Its body is longer than {MaxLength} bytes, the limit in MaxResponseLength.", null);
    }

    /// <summary>Creates the exception for a body that could not be read to its end.</summary>
    public Exception Interrupt(ApiRequest request, HttpResponseMessage response, PooledBytes? body, CallDeadline deadline, Exception failure)
    {
        var reply = Describe(request, response, body);
        return PooledBytes.IsDamage(failure)
            ? createException(reply, "Its body is damaged and cannot be decompressed.", failure)
            : deadline.Translate(failure, request, reply);
    }

    /// <summary>Reads a model; <see langword="default"/> if the body is empty or <c>null</c> and may be.</summary>
    public T? Read<T>(ApiRequest request, HttpResponseMessage response, PooledBytes body, CallDeadline deadline, Func<JsonReader, T?> read, bool mayBeEmpty)
    {
        CheckComplete(request, response, body, deadline);
        T? value = default;
        try
        {
            if (body.Length > 0)
                value = body.Deserialize(TextEncoding.Of(response.Content), read);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw createException(Describe(request, response, body), Reason<T>(error), error);
        }

        // A value type has a value, too, if there was none to read.
        if (value is null || (default(T) is not null && body.SaysNothing))
            return mayBeEmpty && body.SaysNothing
                ? default
                : throw createException(Describe(request, response, body), body.SaysNothing ? $"It has no body, but {typeof(T).Name} was expected." : $"Its body cannot be read as {typeof(T).Name}.", null);

        // What succeeds by its status may still report a failure in its body.
        if (value is not IResponseCheck check)
            return value;
        if (check.FindError(Describe(request, response, body)) is { } found)
            throw found;
        return value is ApiModel model && model.FindMissingField() is { } missing
            ? throw createException(Describe(request, response, body), Lacks<T>(missing), null)
            : value;
    }

    /// <summary>Creates the provider's exception for a response whose body is of no use.</summary>
    public ApiException Refuse(ApiRequest request, HttpResponseMessage response, string reason) =>
        createException(Describe(request, response, null), reason, null);

    // Only what this library says of a value names its place but not the value.
    private static string Reason<T>(Exception error) => error switch
    {
        AbsentFieldException { Field: var field } => Lacks<T>(field),
        UnreadableValueException => $"Its body cannot be read as {typeof(T).Name}. {error.Message}",
        _ => $"Its body cannot be read as {typeof(T).Name}.",
    };

    private static string Lacks<T>(string field) => $"Its body lacks the field '{field}', which {typeof(T).Name} requires.";

    private static bool IsUnreadable(Exception error) =>
        error is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException;

    private async Task FailAsync(ApiRequest request, HttpResponseMessage response, CallDeadline deadline)
    {
        using var body = await PooledBytes.ReadAsync(response.Content, ApiResponse.MaxBodyLength, deadline.Token).ConfigureAwait(false);
        deadline.ThrowIfCallerCancelled();
        var reply = Describe(request, response, body);
        throw request.Operation.FindError?.Invoke(reply) ?? createException(reply, request.Options is { IsWithinAttempt: true } ? Confidential : null, null);
    }

    private ApiResponse Describe(ApiRequest request, HttpResponseMessage response, PooledBytes? body) => new(request, response, body, client);
}
