using System.Text;
using Vonage.Core;

namespace Vonage.ShortCodes;

/// <summary>
/// The API answered 200 and refused the message, whole or in part. Parts that were taken are sent and charged: before trying again, look
/// at <see cref="Response"/>.
/// </summary>
public class VonageShortCodeException : VonageRefusedException
{
    internal const string Success = "0";

    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    /// <param name="response">The deserialized response.</param>
    public VonageShortCodeException(ApiReply reply, ShortCodeReply response)
        : base(reply)
    {
        Response = response ?? throw new ArgumentNullException(nameof(response));
        FailedParts = [.. response.Messages.Where(part => part.Status != Success)];
    }

    /// <summary>The whole reply, with the parts that were taken and those that were not.</summary>
    public ShortCodeReply Response { get; }

    /// <summary>The parts that were refused, in their order. None where the reply lists no parts at all.</summary>
    public IReadOnlyList<ShortCodeReplyPart> FailedParts { get; }

    /// <summary>Why the first of the refused parts was refused, a number in digits; <see langword="null"/> where the reply does not say.</summary>
    public string? Status => FailedParts.Count == 0 ? null : FailedParts[0].Status;

    /// <inheritdoc/>
    protected override string Describe()
    {
        var text = new StringBuilder(Operation).Append(" failed: ");
        if (FailedParts.Count == 0)
            text.Append("the reply lists no parts, so nothing says that the message was taken");
        else
            text.Append(FailedParts.Count).Append(" of ").Append(Response.Messages.Count).Append(" parts refused, with status ").Append(OneLine(Status ?? "unknown"));
        if (FailedParts.Count > 0 && FailedParts[0].ErrorText is { Length: > 0 } words)
            text.Append(": ").Append(OneLine(words.TrimEnd('.', ' ')));
        text.Append('.');
        return RequestId is null ? text.ToString() : text.Append(" (request id ").Append(OneLine(RequestId)).Append(')').ToString();
    }
}
