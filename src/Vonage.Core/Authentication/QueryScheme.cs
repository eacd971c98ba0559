namespace Vonage.Core;

internal sealed class QueryScheme() : ParameterScheme("Query")
{
    protected override bool IsInQuery(ApiRequest request) => true;
}
