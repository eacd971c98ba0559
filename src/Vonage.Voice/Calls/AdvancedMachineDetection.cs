namespace Vonage.Voice;

public partial class AdvancedMachineDetection
{
    partial void ValidateMore() => WholeSeconds.Check("beep_timeout", BeepTimeout);
}
