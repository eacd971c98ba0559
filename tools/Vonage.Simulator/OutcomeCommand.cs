using System.CommandLine;
using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>The command that sets the outcome of messages or calls to a number.</summary>
internal static class OutcomeCommand
{
    private static readonly SmsOutcome[] OfSms = [SmsOutcome.Delivered, SmsOutcome.Failed, SmsOutcome.Rejected, SmsOutcome.Expired];
    private static readonly MessageOutcome[] OfMessages = [MessageOutcome.Delivered, MessageOutcome.Read, MessageOutcome.Rejected, MessageOutcome.Undeliverable];
    private static readonly CallOutcome[] OfCalls =
    [
        CallOutcome.Answered, CallOutcome.Machine, CallOutcome.Busy, CallOutcome.Rejected, CallOutcome.Failed, CallOutcome.Unanswered,
        CallOutcome.Timeout, CallOutcome.Cancelled,
    ];

    public static Command Create(SimulatedWebhooks webhooks)
    {
        var what = new Argument<string>("what");
        what.AcceptOnlyFromAmong("sms", "message", "call");
        var (number, status) = (new Argument<string>("number"), new Argument<string>("status"));
        var command = new Command("outcome", "Sets the outcome of each sms, message or call to a number, such as failed, undeliverable or busy.") { what, number, status };
        command.SetAction(typed => Set(webhooks.Outcomes, typed.GetRequiredValue(what), typed.GetRequiredValue(number), typed.GetRequiredValue(status)));
        return command;
    }

    private static void Set(SimulatedOutcomes outcomes, string what, string number, string status)
    {
        switch (what)
        {
            case "sms":
                outcomes.Sms[number] = Choose(OfSms, outcome => outcome.Status.Value, status);
                break;
            case "message":
                outcomes.Messages[number] = Choose(OfMessages, outcome => outcome.Status.Value, status);
                break;
            default:
                outcomes.Calls[number] = Choose(OfCalls, outcome => outcome.Status.Value, status);
                break;
        }
    }

    private static T Choose<T>(T[] outcomes, Func<T, string> name, string status) =>
        Array.Find(outcomes, outcome => name(outcome) == status)
        ?? throw new ArgumentException($"The status must be one of {string.Join(", ", outcomes.Select(name))}.");
}
