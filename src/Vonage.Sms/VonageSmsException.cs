using System.Globalization;
using System.Text;

namespace Vonage.Sms;

/// <summary>
/// The exception that is thrown when the SMS API returns HTTP 200 but rejects the message or parts of it. Accepted parts are sent and charged:
/// check <see cref="Response"/> before you send the message again.
/// </summary>
public class VonageSmsException : VonageRequestRejectedException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    /// <param name="response">The deserialized response.</param>
    public VonageSmsException(ApiResponse reply, SmsResponse response)
        : base(reply)
    {
        Response = response ?? throw new ArgumentNullException(nameof(response));
        FailedParts = [.. response.Messages.Where(part => part.Status != SmsStatus.Success)];
    }

    /// <summary>The complete response, with the accepted and rejected parts.</summary>
    public SmsResponse Response { get; }

    /// <summary>The rejected parts, in order. Empty if the response contains no parts.</summary>
    public IReadOnlyList<SmsResponsePart> FailedParts { get; }

    /// <summary>The status of the first rejected part; <see langword="null"/> if the response contains no parts.</summary>
    public SmsStatus? Status => FailedParts.Count == 0 ? default(SmsStatus?) : FailedParts[0].Status;

    // Accepted parts must not be sent twice: then the caller decides about the others.
    /// <inheritdoc/>
    protected override bool IsThrottled => AreThrottled(Response.MessageCount, Response.Messages, static part => part.Status == SmsStatus.Throttled, static part => part.MessageId);

    /// <inheritdoc/>
    protected override string Describe()
    {
        var text = new StringBuilder(Operation).Append(" failed: ");
        if (FailedParts.Count == 0)
        {
            text.Append("the response contains no parts, so the message may not have been accepted");
        }
        else
        {
            var first = FailedParts[0];
            text.AppendFormat(CultureInfo.InvariantCulture, "{0} of {1} {2} rejected", FailedParts.Count, Response.Messages.Count, FailedParts.Count == 1 ? "parts was" : "parts were");
            text.Append(FailedParts.Count == 1 ? ", with status " : ", the first with status ").Append(first.Status is { Value: { Length: > 0 } status } ? OneLine(status) : "unknown");
            if (SmsStatusWords.Find(first.Status) is { } meaning)
                text.Append(" (").Append(meaning).Append(')');
            if (!string.IsNullOrWhiteSpace(first.ErrorText))
                text.Append(": ").Append(OneLine(first.ErrorText!.TrimEnd('.', ' ')));
        }

        text.Append('.');
        return RequestId is null ? text.ToString() : text.Append(" (request id ").Append(OneLine(RequestId)).Append(')').ToString();
    }
}
