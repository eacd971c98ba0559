using Vonage.Core;

namespace Vonage;

/// <summary>The exception that is thrown when Vonage returns an error or a response that cannot be read.</summary>
public class VonageApiException : ApiException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The response.</param>
    /// <param name="reason">The reason, for the message; <see langword="null"/> to use the problem details of the response.</param>
    /// <param name="inner">The exception that caused this one, if any.</param>
    public VonageApiException(ApiResponse reply, string? reason = null, Exception? inner = null)
        : this(reply, reply is { IsSuccess: false } ? ProblemReader.Read(reply.Body) : null, reason, inner)
    {
    }

    private VonageApiException(ApiResponse reply, ApiProblem? problem, string? reason, Exception? inner)
        : base(reply, reason ?? ProblemReader.Summarize(problem), inner) =>
        Problem = problem;

    /// <summary>The problem details of the response, if the body contains an error in any of the formats of Vonage's APIs.</summary>
    /// <remarks>
    /// For older formats, <see cref="ApiProblem.Title"/> contains the label or title, <see cref="ApiProblem.Detail"/> the description, and
    /// <see cref="ApiModel.AdditionalProperties"/> all fields of the response.
    /// </remarks>
    public ApiProblem? Problem { get; }
}
