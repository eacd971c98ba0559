using System.Text;

namespace Vonage.Verify;

/// <summary>The exception that is thrown when the Verify API returns HTTP 200 but rejects the request, for example because the code is wrong or a verification is already in progress.</summary>
public class VonageVerifyException : VonageRequestRejectedException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    /// <param name="response">The deserialized response.</param>
    public VonageVerifyException(ApiResponse reply, IVerifyResponse response)
        : base(reply)
    {
        Response = response ?? throw new ArgumentNullException(nameof(response));
    }

    /// <summary>The complete response: a <see cref="VerifyResponse"/>, <see cref="VerifyCheckResponse"/>, <see cref="VerifyControlResponse"/> or <see cref="VerifySearchResponse"/>.</summary>
    public IVerifyResponse Response { get; }

    /// <summary>The status that gives the reason for the rejection.</summary>
    public VerifyStatus Status => Response.Status;

    /// <summary>
    /// The ID of the verification. For <see cref="VerifyStatus.ConcurrentVerification"/>, the verification that is already in progress, which
    /// can be checked or canceled. <see langword="null"/> if the response contains none.
    /// </summary>
    public string? VerificationRequestId => string.IsNullOrEmpty(Response.RequestId) ? null : Response.RequestId;

    internal static VonageVerifyException? Of(ApiResponse reply, IVerifyResponse response) =>
        response.Status == VerifyStatus.Success ? null : new VonageVerifyException(reply, response);

    /// <inheritdoc/>
    protected override bool IsThrottled => Status == VerifyStatus.Throttled;

    /// <inheritdoc/>
    protected override string Describe()
    {
        var text = new StringBuilder(Operation).Append(" was rejected with status ").Append(Status.Value.Length == 0 ? "unknown" : OneLine(Status.Value));
        if (VerifyStatusWords.Find(Status) is { } meaning)
            text.Append(" (").Append(meaning).Append(')');
        if (!string.IsNullOrWhiteSpace(Response.ErrorText))
            text.Append(": ").Append(OneLine(Response.ErrorText!.TrimEnd('.', ' ')));
        text.Append('.');
        return VerificationRequestId is { } id ? text.Append(" (verification ").Append(OneLine(id)).Append(')').ToString() : text.ToString();
    }
}
