namespace Vonage.Core.Pipeline;

/// <summary>A scheme that authenticates by additional parameters in the query or body.</summary>
internal abstract class ParameterScheme(string name) : ApiAuthentication(name)
{
    internal sealed override HttpRequestMessage CreateMessage(ApiRequest request, in CallPlan plan, TimeProvider clock)
    {
        var credentials = plan.Credentials;
        var query = request.QueryString;
        HttpContent? content;
        if (IsInQuery(request))
        {
            query = QueryBuilder.Append(query, credentials.GetParameters(this, QueryBuilder.Parse(query), clock));
            content = request.CreateContent();
        }
        else
        {
            content = (request.Body ?? FormBody.Empty).ToContent(present => credentials.GetParameters(this, present, clock));
        }

        return new ApiMessage(request, plan.Address.With(request.Path, query)) { Content = content };
    }

    /// <summary>Determines whether the parameters belong in the query instead of the body.</summary>
    protected abstract bool IsInQuery(ApiRequest request);

    protected internal sealed override ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, ApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken) => default;
}
