namespace Vonage.Voice;

public partial class NccoAction
{
    partial void ValidateMore() => Check.Required("action", Action);
}
