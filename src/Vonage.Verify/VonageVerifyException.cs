using System.Text;
using Vonage.Core;

namespace Vonage.Verify;

/// <summary>The Verify API answered 200 and refused the request: the code is wrong, say, or the number has a verification already.</summary>
public class VonageVerifyException : VonageRefusedException
{
    /// <summary>The error that a reply reports.</summary>
    /// <param name="reply">The HTTP reply.</param>
    /// <param name="response">What was read from it.</param>
    public VonageVerifyException(ApiReply reply, IVerifyReply response)
        : base(reply)
    {
        Response = response ?? throw new ArgumentNullException(nameof(response));
    }

    /// <summary>The whole reply: a <see cref="VerifyReply"/>, <see cref="VerifyCheckReply"/>, <see cref="VerifyControlReply"/> or <see cref="VerifySearchReply"/>.</summary>
    public IVerifyReply Response { get; }

    /// <summary>Why the request was refused.</summary>
    public VerifyStatus Status => Response.Status;

    /// <summary>
    /// The verification that the refusal is about; with <see cref="VerifyStatus.ConcurrentVerification"/> the one that the number has
    /// already, which can be checked or cancelled. <see langword="null"/> where the reply names none.
    /// </summary>
    public string? VerificationId => string.IsNullOrEmpty(Response.RequestId) ? null : Response.RequestId;

    internal static VonageVerifyException? Of(ApiReply reply, IVerifyReply response) =>
        response.Status == VerifyStatus.Success ? null : new VonageVerifyException(reply, response);

    /// <inheritdoc/>
    protected override string Describe()
    {
        var text = new StringBuilder(Operation).Append(" was refused with status ").Append(Status.Value.Length == 0 ? "unknown" : OneLine(Status.Value));
        if (VerifyStatusWords.Find(Status) is { } meaning)
            text.Append(" (").Append(meaning).Append(')');
        if (!string.IsNullOrWhiteSpace(Response.ErrorText))
            text.Append(": ").Append(OneLine(Response.ErrorText!.TrimEnd('.', ' ')));
        text.Append('.');
        return VerificationId is { } id ? text.Append(" (verification ").Append(OneLine(id)).Append(')').ToString() : text.ToString();
    }
}
