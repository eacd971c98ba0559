using System.Text;

namespace Vonage.ShortCodes;

/// <summary>
/// The exception that is thrown when the API returns HTTP 200 but rejects the message or parts of it. Accepted parts are sent and charged:
/// check <see cref="Response"/> before you send the message again.
/// </summary>
public class VonageShortCodeException : VonageRequestRejectedException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    /// <param name="response">The deserialized response.</param>
    public VonageShortCodeException(ApiResponse reply, ShortCodeResponse response)
        : base(reply)
    {
        Response = response ?? throw new ArgumentNullException(nameof(response));
        FailedParts = [.. response.Messages.Where(part => part.Status != ShortCodeStatus.Success)];
    }

    /// <summary>The complete response, with the accepted and rejected parts.</summary>
    public ShortCodeResponse Response { get; }

    /// <summary>The rejected parts, in order. Empty if the response contains no parts.</summary>
    public IReadOnlyList<ShortCodeResponsePart> FailedParts { get; }

    /// <summary>The status of the first rejected part; <see langword="null"/> if the response contains none.</summary>
    public ShortCodeStatus? Status => FailedParts.Count == 0 ? null : FailedParts[0].Status;

    // Accepted parts must not be sent twice: then the caller decides about the others.
    /// <inheritdoc/>
    protected override bool IsThrottled => AreThrottled(Response.MessageCount, Response.Messages, static part => part.Status == ShortCodeStatus.Throttled, static part => part.MessageId);

    /// <inheritdoc/>
    protected override string Describe()
    {
        var text = new StringBuilder(Operation).Append(" failed: ");
        if (FailedParts.Count == 0)
            text.Append("the response contains no parts, so the message may not have been accepted");
        else
            text.Append(FailedParts.Count).Append(" of ").Append(Response.Messages.Count).Append(" parts rejected, with status ").Append(OneLine(Status?.Value ?? "unknown"));
        if (FailedParts.Count > 0 && FailedParts[0].ErrorText is { Length: > 0 } words)
            text.Append(": ").Append(OneLine(words.TrimEnd('.', ' ')));
        text.Append('.');
        return RequestId is null ? text.ToString() : text.Append(" (request id ").Append(OneLine(RequestId)).Append(')').ToString();
    }
}
