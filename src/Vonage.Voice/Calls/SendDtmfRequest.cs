namespace Vonage.Voice;

internal partial class SendDtmfRequest
{
    partial void ValidateMore() => PhoneKeys.Check("digits", Digits);
}
