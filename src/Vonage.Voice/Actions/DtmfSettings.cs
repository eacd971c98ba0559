namespace Vonage.Voice;

public partial class DtmfSettings
{
    partial void ValidateMore() => WholeSeconds.Check("timeOut", Timeout);
}
