using Newtonsoft.Json;

namespace Vonage.Core.Pipeline;

/// <summary>Reads responses: into a model, or into the exception that says why there is none.</summary>
/// <param name="client">The client, which knows its clock and its headers.</param>
/// <param name="maxLength">The most bytes that a body may have.</param>
/// <param name="createException">Creates the provider's exception.</param>
internal sealed class ReplyReader(ApiClient client, int maxLength, Func<ApiResponse, string?, Exception?, ApiException> createException)
{
    /// <summary>Does nothing for a successful status, and otherwise throws the operation's or the provider's exception.</summary>
    public Task CheckStatusAsync(ApiRequest request, HttpResponseMessage response, CallDeadline deadline)
    {
        if (!response.IsSuccessStatusCode)
            return FailAsync(request, response, deadline);
        request.Options?.OnReply?.Invoke(Describe(request, response, null));
        return Task.CompletedTask;
    }

    /// <summary>Reads the body of a success.</summary>
    /// <exception cref="ApiException">It is too long, damaged or incomplete.</exception>
    public async ValueTask<PooledBytes> ReadBodyAsync(ApiRequest request, HttpResponseMessage response, CallDeadline deadline)
    {
        var body = await PooledBytes.ReadAsync(response.Content, maxLength, deadline.Token).ConfigureAwait(false);
        if (!body.IsTruncated)
            return body;
        using (body)
            throw body.Failure is { } failure
                ? Interrupt(request, response, body, deadline, failure)
                : createException(Describe(request, response, body), $"Its body is longer than {maxLength} bytes, the limit in MaxResponseLength.", null);
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
    public T? Read<T>(ApiRequest request, HttpResponseMessage response, PooledBytes body, Func<JsonReader, T?> read, bool mayBeEmpty)
    {
        T? value = default;
        try
        {
            if (body.Length > 0)
                value = body.Deserialize(TextEncoding.Of(response.Content), read);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw createException(Describe(request, response, body), error is AbsentFieldException { Field: var field } ? Lacks<T>(field) : $"Its body cannot be read as {typeof(T).Name}.", error);
        }

        if (body.Length == 0 || value is null)
            return mayBeEmpty
                ? default
                : throw createException(Describe(request, response, body), $"It has no body, but {typeof(T).Name} was expected.", null);

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

    private static string Lacks<T>(string field) => $"Its body lacks the field '{field}', which {typeof(T).Name} requires.";

    private static bool IsUnreadable(Exception error) =>
        error is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException;

    private async Task FailAsync(ApiRequest request, HttpResponseMessage response, CallDeadline deadline)
    {
        using var body = await PooledBytes.ReadAsync(response.Content, ApiResponse.MaxBodyLength, deadline.Token).ConfigureAwait(false);
        deadline.ThrowIfCallerCancelled();
        var reply = Describe(request, response, body);
        throw request.Operation.FindError?.Invoke(reply) ?? createException(reply, null, null);
    }

    private ApiResponse Describe(ApiRequest request, HttpResponseMessage response, PooledBytes? body) => new(request, response, body, client);
}
