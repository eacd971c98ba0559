namespace Vonage.Voice;

public partial class SendDtmfRequest
{
    partial void ValidateMore() => PhoneKeys.Check("digits", Digits);
}
