using System.CommandLine;
using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>Commands that simulate inbound calls and the person at the other end of a call.</summary>
internal static class CallCommands
{
    private const string Last = "last";

    public static IEnumerable<Command> Create(SimulatedWebhooks webhooks, TextWriter output)
    {
        yield return Call(webhooks, output);
        var digits = new Argument<string>("digits") { Description = "The keys; \"\" to let the input time out." };
        yield return InCall("press", "Presses keys in a call.", digits, (call, typed, token) => call.PressAsync(typed.GetRequiredValue(digits), token));
        var words = Words.Text("words");
        yield return InCall("say", "Speaks in a call.", words, (call, typed, token) => call.SayAsync(typed.Text(words), token));
        yield return InCall("hangup", "Hangs up.", null, (call, _, token) => call.HangUpAsync(token));
        var list = new Command("calls", "Lists the calls.");
        list.SetAction(_ =>
        {
            foreach (var call in webhooks.Calls)
                output.WriteLine($"  {call}");
        });
        yield return list;

        Command InCall(string name, string description, Argument? what, Func<SimulatedCall, ParseResult, CancellationToken, Task> act)
        {
            var which = new Argument<string>("call");
            var command = new Command(name, $"{description} CALL is the UUID of the call, its first characters, or {Last}.") { which };
            if (what is not null)
                command.Add(what);
            command.SetAction(async (typed, cancellationToken) =>
            {
                var call = Find(webhooks, typed.GetRequiredValue(which));
                await act(call, typed, cancellationToken);
                await output.WriteLineAsync($"  {call}");
            });
            return command;
        }
    }

    private static Command Call(SimulatedWebhooks webhooks, TextWriter output)
    {
        var (from, to) = (Words.From(), Words.To());
        var command = new Command("call", "Somebody calls.") { from, to };
        command.SetAction(async (typed, cancellationToken) =>
        {
            Words.Need(webhooks.Answer, "--answer");
            var call = await webhooks.ReceiveCallAsync(typed.GetRequiredValue(from), typed.GetRequiredValue(to), cancellationToken);
            await output.WriteLineAsync($"  {call}");
        });
        return command;
    }

    private static SimulatedCall Find(SimulatedWebhooks webhooks, string which)
    {
        var calls = webhooks.Calls;
        var found = which == Last ? calls.TakeLast(1).ToList() : [.. calls.Where(call => call.Uuid.StartsWith(which, StringComparison.OrdinalIgnoreCase))];
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ArgumentException("There is no such call. Type calls to list the calls."),
            _ => throw new ArgumentException("The UUIDs of several calls start with these characters."),
        };
    }
}
