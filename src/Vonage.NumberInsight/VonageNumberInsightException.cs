using System.Globalization;
using System.Text;

namespace Vonage.NumberInsight;

/// <summary>The exception that is thrown when the Number Insight API returns HTTP 200 but rejects the lookup.</summary>
public class VonageNumberInsightException : VonageRequestRejectedException
{
    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The HTTP response.</param>
    /// <param name="response">The deserialized response.</param>
    public VonageNumberInsightException(ApiResponse reply, IInsightResponse response)
        : base(reply)
    {
        Response = response ?? throw new ArgumentNullException(nameof(response));
    }

    /// <summary>The complete response: a <see cref="BasicInsight"/>, <see cref="StandardInsight"/>, <see cref="AdvancedInsight"/> or <see cref="StartedInsight"/>.</summary>
    public IInsightResponse Response { get; }

    /// <summary>The reason for the rejection.</summary>
    public InsightStatus Status => Response.Status;

    internal static VonageNumberInsightException? Of(ApiResponse reply, IInsightResponse response) =>
        response.Status == InsightStatus.Success ? null : new VonageNumberInsightException(reply, response);

    /// <inheritdoc/>
    protected override bool IsThrottled => Status == InsightStatus.Throttled;

    /// <inheritdoc/>
    protected override string Describe()
    {
        var text = new StringBuilder(Operation).AppendFormat(CultureInfo.InvariantCulture, " was rejected with status {0}", Status == default ? "unknown" : OneLine(Status.Value));
        if (Status.Meaning is { } meaning)
            text.Append(" (").Append(meaning).Append(')');
        text.Append('.');
        return Response.RequestId is not { Length: > 0 } id ? text.ToString() : text.Append(" (request ").Append(OneLine(id)).Append(')').ToString();
    }
}
