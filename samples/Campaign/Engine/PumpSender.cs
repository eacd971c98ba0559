using Campaign.Sending;

namespace Campaign.Engine;

/// <summary>A sender of a campaign has messages to send.</summary>
public sealed record PumpSender(string Campaign, string Sender);

/// <summary>Wakes this worker. A second command, or one that comes late, does no harm: who is sent to is decided by the rows.</summary>
public static class PumpSenderHandler
{
    public static void Handle(PumpSender command, PumpService pumps)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(pumps);
        pumps.Wake();
    }
}
