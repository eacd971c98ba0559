namespace Vonage.Core.Pipeline;

internal sealed class BodyScheme() : ParameterScheme("Body")
{
    protected override bool IsInQuery(ApiRequest request) =>
        request.Body is null && (request.Operation.Method == HttpMethod.Get || request.Operation.Method == HttpMethod.Head);
}
