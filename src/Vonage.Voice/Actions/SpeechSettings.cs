namespace Vonage.Voice;

public partial class SpeechSettings
{
    partial void ValidateMore()
    {
        WholeSeconds.Check("startTimeout", StartTimeout);
        WholeSeconds.Check("maxDuration", MaxDuration);
    }
}
