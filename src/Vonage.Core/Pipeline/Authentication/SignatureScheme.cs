namespace Vonage.Core.Pipeline;

internal sealed class SignatureScheme() : ParameterScheme("Signature")
{
    protected override bool IsInQuery(ApiRequest request) => request.Body is null;
}
