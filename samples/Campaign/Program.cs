// Sends an SMS to each number of a list, once. See docs/scale.md.
//
//     dotnet run --project samples/Campaign -- send recipients.csv --template "Hello {name}"
//
// Without VONAGE_API_KEY and VONAGE_API_SECRET, the sample uses the simulator. Stop it with Ctrl-C, and start it again: it goes on where it stopped.
using System.CommandLine;
using Campaign.Commands;
#if WRITES_HANDLERS
using JasperFx;

return await Campaign.Engine.CampaignHost.Build(Campaign.Store.Database.At("handlers.db"), await Campaign.Engine.Api.ConnectAsync(null, default), new(), null, null, true).RunJasperFxCommands(["codegen", "write"]);
#else

var command = new RootCommand("Sends an SMS to each number of a list, once. Without VONAGE_* variables, the sample uses the simulator and costs nothing.")
{
    SendCommand.Create(),
    WorkerCommand.Create(),
    StatusCommand.Create(),
    ControlCommands.Pause(),
    ControlCommands.Resume(),
    ControlCommands.Cancel(),
    SettleCommand.Create(),
    SuppressCommand.Create(),
};
// What is on its way is waited for.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
#endif
