namespace Vonage.Voice;

public partial class StartTalkRequest
{
    partial void ValidateMore() => Check.Range("level", Level, -1m, 1m);
}
