namespace Vonage.Core.Pipeline;

internal sealed class QueryScheme() : ParameterScheme("Query")
{
    protected override bool IsInQuery(ApiRequest request) => true;
}
