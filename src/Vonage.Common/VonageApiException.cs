using Vonage.Common;
using Vonage.Core;

namespace Vonage;

/// <summary>Vonage answered with an error, or with something that cannot be read.</summary>
public class VonageApiException : ApiException
{
    /// <summary>An error that a reply reports.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="reason">What is wrong, in words to show; <see langword="null"/> to take them from the reply's own problem details.</param>
    /// <param name="inner">What led to it, if anything.</param>
    public VonageApiException(ApiReply reply, string? reason = null, Exception? inner = null)
        : this(reply, reply is { IsSuccess: false } ? ProblemReader.Read(reply.Body) : null, reason, inner)
    {
    }

    private VonageApiException(ApiReply reply, ProblemDetails? problem, string? reason, Exception? inner)
        : base(reply, reason ?? ProblemReader.Summarize(problem), inner) =>
        Problem = problem;

    /// <summary>
    /// What Vonage says about the error, where the body says so in any of the forms that its APIs use. In the older forms the label or
    /// title stands in <see cref="ProblemDetails.Title"/>, the explanation in <see cref="ProblemDetails.Detail"/>, and every field as it
    /// came in <see cref="ProblemDetails.AdditionalProperties"/>.
    /// </summary>
    public ProblemDetails? Problem { get; }
}
