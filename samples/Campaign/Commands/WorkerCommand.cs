using System.CommandLine;

namespace Campaign.Commands;

/// <summary>Sends what is in the store, until it is stopped. Any number of them, on any machines, share the work.</summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        var command = new Command("worker", "Sends the campaigns of a store until it is stopped. Start as many as you like.");
        CommonOptions.AddWorkerOptions(command);
        command.SetAction(CommonOptions.Guard(async (arguments, cancellationToken) =>
        {
            var sending = CommonOptions.ReadSending(arguments);
            var database = await CommonOptions.OpenAsync(arguments, cancellationToken);
            await using var worker = await Worker.StartAsync(database, arguments, sending, isSending: true, cancellationToken);
            await worker.WaitAsync(cancellationToken);
            return 0;
        }));
        return command;
    }
}
