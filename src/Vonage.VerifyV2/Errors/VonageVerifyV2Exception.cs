namespace Vonage.VerifyV2;

/// <summary>The base class of exceptions for verifications that cannot continue. Other errors are thrown as <see cref="VonageApiException"/>.</summary>
public abstract class VonageVerifyV2Exception : VonageApiException
{
    private protected VonageVerifyV2Exception(ApiResponse reply)
        : base(reply)
    {
    }
}
