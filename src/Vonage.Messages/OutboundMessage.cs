namespace Vonage.Messages;

public partial class OutboundMessage : ISentMessage
{
    // The documented limits of some numbers are those of the sender.
    string? ISentMessage.Sender => From;
}
