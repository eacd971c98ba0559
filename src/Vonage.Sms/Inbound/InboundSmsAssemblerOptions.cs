namespace Vonage.Sms;

/// <summary>Options of an <see cref="InboundSmsAssembler"/>.</summary>
public sealed class InboundSmsAssemblerOptions
{
    /// <summary>The store of the parts; the default is the memory of this server.</summary>
    public IInboundSmsStore Store { get; set; } = new InMemoryInboundSmsStore();

    /// <summary>
    /// How long the assembler waits for the other parts after the first one arrived. The default is 10 minutes. Vonage repeats the webhook of a part
    /// for up to 24 hours if it is not acknowledged.
    /// </summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The clock; the default is the system clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
