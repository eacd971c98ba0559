using System.Globalization;
using System.Text;
using Vonage.Core;

namespace Vonage.Sms;

/// <summary>
/// The SMS API answered 200 and refused the message, whole or in part. Parts that were taken are sent and charged: before trying again,
/// look at <see cref="Response"/>.
/// </summary>
public class VonageSmsException : VonageRefusedException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    /// <param name="response">The deserialized response.</param>
    public VonageSmsException(ApiReply reply, SmsReply response)
        : base(reply)
    {
        Response = response ?? throw new ArgumentNullException(nameof(response));
        FailedParts = [.. response.Messages.Where(part => part.Status != SmsStatus.Success)];
    }

    /// <summary>The whole reply, with the parts that were taken and those that were not.</summary>
    public SmsReply Response { get; }

    /// <summary>The parts that were refused, in their order. None where the reply lists no parts at all.</summary>
    public IReadOnlyList<SmsReplyPart> FailedParts { get; }

    /// <summary>Why the first of the refused parts was refused; <see langword="null"/> where the reply lists no parts at all.</summary>
    public SmsStatus? Status => FailedParts.Count == 0 ? default(SmsStatus?) : FailedParts[0].Status;

    /// <inheritdoc/>
    protected override string Describe()
    {
        var text = new StringBuilder(Operation).Append(" failed: ");
        if (FailedParts.Count == 0)
        {
            text.Append("the reply lists no parts, so nothing says that the message was taken");
        }
        else
        {
            var first = FailedParts[0];
            text.AppendFormat(CultureInfo.InvariantCulture, "{0} of {1} {2} refused", FailedParts.Count, Response.Messages.Count, FailedParts.Count == 1 ? "parts was" : "parts were");
            text.Append(FailedParts.Count == 1 ? ", with status " : ", the first with status ").Append(first.Status.Value.Length == 0 ? "unknown" : OneLine(first.Status.Value));
            if (SmsStatusWords.Find(first.Status) is { } meaning)
                text.Append(" (").Append(meaning).Append(')');
            if (!string.IsNullOrWhiteSpace(first.ErrorText))
                text.Append(": ").Append(OneLine(first.ErrorText!.TrimEnd('.', ' ')));
        }

        text.Append('.');
        return RequestId is null ? text.ToString() : text.Append(" (request id ").Append(OneLine(RequestId)).Append(')').ToString();
    }
}
